extension S3Client {
    /// The longest time that a presigned URL can be valid: seven days.
    static let maximumLinkLifetime = Duration.seconds(604_800)

    /// A URL with which anybody can make one kind of request to an object until it expires.
    ///
    /// It expires sooner when the keys that sign it do, as a function's keys do after some hours.
    ///
    /// - Parameters:
    ///   - method: `GET`, `HEAD` or `PUT`.
    ///   - location: The object; whether it exists is not checked.
    ///   - lifetime: How long the URL is valid, from one second to seven days.
    ///   - answer: What S3 is to say about the object; nil for what it was stored with.
    /// - Returns: The URL.
    /// - Throws: `AWSError.Kind.invalidArgument` for another lifetime, or when there are no keys to sign with.
    package func presignedURL(
        _ method: String,
        _ location: S3Location,
        expiresIn lifetime: Duration,
        answer: S3LinkAnswer? = nil
    ) throws(AWSError) -> String {
        var call = try call("Presign", method, location)
        guard lifetime >= .seconds(1), lifetime <= Self.maximumLinkLifetime else {
            throw AWSError(.invalidArgument, "a link is valid from one second to seven days").during(call)
        }
        if let answer { call.query = answer.query }
        guard let url = HTTPURL(call.request.url) else {
            throw AWSError(.invalidArgument, call.url).during(call)
        }
        let (credentials, time) = try client.signingMaterial()
        return client.signer(.s3).presignedURL(
            method,
            url,
            credentials: credentials,
            at: time,
            lifetimeInSeconds: Int(lifetime.components.seconds)
        )
    }

    /// When the keys end that sign now; nil where that is not known.
    package func keysExpiration() throws(AWSError) -> WallTime? {
        try client.signingMaterial().credentials.expiration
    }
}
