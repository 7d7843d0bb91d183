/// A resource that services of this machine hold; deploying it again changes nothing.
protocol PlannedResource: Sendable {
    /// The name within the template.
    var logicalID: String { get }

    /// Makes the resource as the template wants it, or brings it into that shape.
    ///
    /// Throws `DeploymentFailure` if a service refuses.
    func deploy(_ services: ServiceClient) throws(DeploymentFailure)
}
