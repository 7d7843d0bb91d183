/// Why a resource could not be made.
struct DeploymentFailure: Error, Equatable {
    /// The resource's name within the template.
    let logicalID: String
    /// What the service said.
    let reason: String
}
