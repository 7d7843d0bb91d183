/// A resource that services of this machine hold; deploying the same one again changes nothing.
protocol PlannedResource: Sendable {
    /// The name within the template.
    var logicalID: String { get }

    /// Makes the resource as the template wants it.
    ///
    /// One that an earlier start made takes over the attributes of queues, subscriptions and lifecycles that the template
    /// gives. What the template no longer says, and the keys of tables, stay as they were made.
    ///
    /// Throws `DeploymentFailure` if a service refuses.
    func deploy(_ services: ServiceClient) throws(DeploymentFailure)
}
