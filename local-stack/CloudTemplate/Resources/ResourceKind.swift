/// How resources of one type are named, and what `Ref` and `Fn::GetAtt` give for them.
///
/// In patterns `{name}` stands for the physical name, and `{account}`, `{region}`, `{partition}`, `{suffix}` and
/// `{endpoint}` for what the stack's settings say. Sources: the "Return values" of each type in AWS's template reference.
struct ResourceKind: Sendable {
    /// How a resource is called whose template gives no name.
    enum DefaultName: Sendable { case mixedCase, lowerCase, identifier }

    let nameProperty: String?
    var defaultName = DefaultName.mixedCase
    var reference = "{name}"
    var attributes: [String: String] = [:]

    /// A type by its name.
    static func named(_ type: String) -> ResourceKind? { all[type] }

    private static func arn(_ rest: String) -> String { "arn:{partition}:\(rest)" }

    private static let function = ResourceKind(
        nameProperty: "FunctionName",
        attributes: ["Arn": arn("lambda:{region}:{account}:function:{name}")]
    )

    private static let table = ResourceKind(
        nameProperty: "TableName",
        attributes: ["Arn": arn("dynamodb:{region}:{account}:table/{name}")]
    )

    private static let api = ResourceKind(
        nameProperty: nil,
        defaultName: .identifier,
        attributes: ["RootResourceId": "{name}root"]
    )

    private static let all: [String: ResourceKind] = [
        "AWS::S3::Bucket": ResourceKind(
            nameProperty: "BucketName",
            defaultName: .lowerCase,
            attributes: [
                "Arn": arn("s3:::{name}"),
                "DomainName": "{name}.s3.{suffix}",
                "RegionalDomainName": "{name}.s3.{region}.{suffix}",
                "DualStackDomainName": "{name}.s3.dualstack.{region}.{suffix}",
                "WebsiteURL": "http://{name}.s3-website-{region}.{suffix}",
            ]
        ),
        "AWS::SQS::Queue": ResourceKind(
            nameProperty: "QueueName",
            reference: "{endpoint}/{account}/{name}",
            attributes: [
                "Arn": arn("sqs:{region}:{account}:{name}"),
                "QueueName": "{name}",
                "QueueUrl": "{endpoint}/{account}/{name}",
            ]
        ),
        "AWS::SNS::Topic": ResourceKind(
            nameProperty: "TopicName",
            reference: arn("sns:{region}:{account}:{name}"),
            attributes: ["TopicArn": arn("sns:{region}:{account}:{name}"), "TopicName": "{name}"]
        ),
        "AWS::SNS::Subscription": ResourceKind(nameProperty: nil),
        "AWS::SQS::QueuePolicy": ResourceKind(nameProperty: nil),
        "AWS::SNS::TopicPolicy": ResourceKind(nameProperty: nil),
        "AWS::S3::BucketPolicy": ResourceKind(nameProperty: nil),
        "AWS::DynamoDB::Table": table,
        "AWS::Serverless::SimpleTable": table,
        "AWS::SES::EmailIdentity": ResourceKind(nameProperty: "EmailIdentity"),
        "AWS::Serverless::Function": function,
        "AWS::Lambda::Function": function,
        "AWS::Lambda::EventSourceMapping": ResourceKind(nameProperty: nil, attributes: ["Id": "{name}"]),
        "AWS::Serverless::Api": api,
        "AWS::ApiGateway::RestApi": api,
        "AWS::IAM::Role": ResourceKind(
            nameProperty: "RoleName",
            attributes: ["Arn": arn("iam::{account}:role/{name}"), "RoleId": "{name}"]
        ),
        "AWS::Logs::LogGroup": ResourceKind(
            nameProperty: "LogGroupName",
            attributes: ["Arn": arn("logs:{region}:{account}:log-group:{name}:*")]
        ),
        "AWS::CloudWatch::Alarm": ResourceKind(
            nameProperty: "AlarmName",
            attributes: ["Arn": arn("cloudwatch:{region}:{account}:alarm:{name}")]
        ),
    ]
}
