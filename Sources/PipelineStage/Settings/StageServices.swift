package import PipelineRuntime

/// The services of AWS that the work on requests calls; no call, with all its retries, outlasts the deadline that they were
/// made for.
package struct StageServices {
    /// The store of pictures.
    package let s3: S3Client
    /// The sender of mail.
    package let email: SESClient
    /// The keeper of secrets.
    package let secrets: SecretsManagerClient
    /// Signs links to files.
    package let links: LinkSigner
    let records: RecordStore
    let publisher: Publisher
    let redelivery: Redelivery

    init(_ client: AWSClient, _ settings: StageSettings, _ clock: any WallClock) {
        s3 = S3Client(client)
        email = SESClient(client)
        secrets = SecretsManagerClient(client)
        links = LinkSigner(
            s3: s3,
            buckets: settings.buckets,
            lifetime: settings.linkLifetime,
            clock: clock
        )
        records = RecordStore(
            client: DynamoDBClient(client),
            table: settings.table,
            retentionDays: settings.retentionDays
        )
        publisher = Publisher(client: SNSClient(client), topics: settings.topics)
        redelivery = Redelivery(queues: SQSClient(client), endpoints: client.configuration.endpoints)
    }
}
