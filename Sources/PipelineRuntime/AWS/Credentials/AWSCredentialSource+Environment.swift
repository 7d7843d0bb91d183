extension AWSCredentialSource {
    /// Takes the first source that the environment names, in the order of AWS's SDKs.
    ///
    /// 1. `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`
    /// 2. `AWS_WEB_IDENTITY_TOKEN_FILE`, `AWS_ROLE_ARN`, `AWS_ROLE_SESSION_NAME`
    /// 3. `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` or `…_FULL_URI`, `AWS_CONTAINER_AUTHORIZATION_TOKEN[_FILE]`
    /// 4. the instance's role, by `AWS_EC2_METADATA_SERVICE_ENDPOINT[_MODE]`, unless `AWS_EC2_METADATA_DISABLED`
    package init(reading reader: inout SettingsReader) {
        let environment = reader.environment
        if environment["AWS_ACCESS_KEY_ID"] != nil || environment["AWS_SECRET_ACCESS_KEY"] != nil {
            self = .fixed(Self.fixedKeys(&reader))
        } else if environment["AWS_WEB_IDENTITY_TOKEN_FILE"] != nil {
            self = .webIdentity(WebIdentity(reading: &reader))
        } else if let service = ContainerCredentialService(reading: &reader) {
            self = .container(service)
        } else {
            self = .instanceRole(InstanceMetadataService(reading: &reader))
        }
    }

    private static func fixedKeys(_ reader: inout SettingsReader) -> AWSCredentials {
        AWSCredentials(
            accessKeyID: reader.string("AWS_ACCESS_KEY_ID", for: "the access key's id"),
            secretAccessKey: reader.secret(
                "AWS_SECRET_ACCESS_KEY",
                for: "the secret that belongs to AWS_ACCESS_KEY_ID"
            ),
            sessionToken: reader.optionalString("AWS_SESSION_TOKEN")
        )
    }
}
