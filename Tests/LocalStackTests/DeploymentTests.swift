import CloudTemplate
import Foundation
import LocalServiceKit
import LocalServices
import LocalStore
import Testing

@testable import LocalStack

/// Templates that are made in a folder of their own, again and again as after a restart.
final class DeploymentTests {
    private let directory = FileManager.default.temporaryDirectory.path + "/deployment-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// What stood in the way; nil where everything was made.
    private func failure(_ resources: String, region: String = "us-east-1") throws -> String? {
        let plan = try PlanText.plan(resources, region: region)
        let clock = SystemClock()
        let writer = try StateWriter(path: directory + "/state.db", clock: clock)
        defer { writer.close() }
        let services = try ServiceStack(
            writer: writer,
            clock: clock,
            objectsPath: directory + "/objects",
            home: Location(account: plan.settings.accountID, region: region)
        )
        do throws(StartFailure) {
            try Deployment(plan, services).deploy()
            return nil
        } catch {
            return error.lines.joined(separator: "\n")
        }
    }

    private static func table(timeToLive attribute: String) -> String {
        """
        T:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
            KeySchema: [{ AttributeName: id, KeyType: HASH }]
            TimeToLiveSpecification: { AttributeName: \(attribute), Enabled: true }
        """
    }

    @Test(arguments: ["us-east-1", "eu-west-1"])
    func `what a region's resources refer to is found there, after a restart too`(region: String) throws {
        let resources = """
            D: { Type: AWS::SQS::Queue }
            Q:
              Type: AWS::SQS::Queue
              Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt D.Arn, maxReceiveCount: 3 } }
            T: { Type: AWS::SNS::Topic }
            S:
              Type: AWS::SNS::Subscription
              Properties: { TopicArn: !Ref T, Protocol: sqs, Endpoint: !GetAtt Q.Arn }
            B: { Type: AWS::S3::Bucket, Properties: { BucketName: pictures } }
            \(Self.table(timeToLive: "expiresAt").replacing("T:", with: "Table:"))
            """
        #expect(try failure(resources, region: region) == nil)
        #expect(try failure(resources, region: region) == nil)
    }

    @Test func `a table whose items expire by another attribute already is refused`() throws {
        #expect(try failure(Self.table(timeToLive: "expiresAt")) == nil)
        #expect(
            try failure(Self.table(timeToLive: "endsAt"))?.contains("current AttributeName is expiresAt")
                == true
        )
    }

    @Test func `an attribute that cannot be one is refused`() throws {
        let name = String(repeating: "a", count: 300)
        let failure = try failure(Self.table(timeToLive: name))
        #expect(failure?.contains("length less than or equal to 255") == true)
    }
}
