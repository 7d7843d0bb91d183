/// Where the keys come from; which source it is does not change while the process lives.
package enum AWSCredentialSource: Sendable, Hashable {
    /// Keys that were given at start: what Lambda does, with a session token.
    case fixed(AWSCredentials)
    /// A token of the cluster's own is exchanged for a role's keys: Kubernetes on AWS.
    case webIdentity(WebIdentity)
    /// A service beside the process hands out keys: ECS, EKS Pod Identity.
    case container(ContainerCredentialService)
    /// The metadata service of an EC2 instance hands out its role's keys.
    case instanceRole(InstanceMetadataService)
}
