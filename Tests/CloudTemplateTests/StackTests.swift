import CloudTemplate
import Testing

struct StackTests {
    @Test func `a resource comes after those that it refers to`() throws {
        let stack = try TemplateText.stack(
            """
            Resources:
              A: { Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt B.Arn } } }
              B: { Type: AWS::SQS::Queue, DependsOn: [C] }
              C: { Type: AWS::SNS::Topic }
              D: { Type: AWS::SNS::Topic, Properties: { TopicName: !Sub "${A.QueueName}-x" } }
            """
        )
        #expect(stack.resources.map(\.logicalID) == ["C", "B", "A", "D"])
    }

    @Test func `resources that depend on each other in a circle are named`() {
        let problems = TemplateText.problems(
            """
            Resources:
              A: { Type: AWS::SQS::Queue, Properties: { Tags: !Ref B } }
              B: { Type: AWS::SQS::Queue, Properties: { Tags: !Ref C } }
              C: { Type: AWS::SQS::Queue, DependsOn: A }
            """
        )
        #expect(problems == ["t.yaml:2:3: resources depend on each other in a circle: A → B → C → A"])
    }

    @Test func `a name that depends on itself is a problem`() {
        let problems = TemplateText.problems(
            """
            Resources:
              A: { Type: AWS::SQS::Queue, Properties: { QueueName: !GetAtt B.QueueName } }
              B: { Type: AWS::SQS::Queue, Properties: { QueueName: !GetAtt A.QueueName } }
            """
        )
        #expect(problems.contains { $0.contains("depends on itself") })
    }

    @Test func `a resource whose condition is false does not exist`() throws {
        let text = """
            Conditions: { Never: !Equals [a, b] }
            Resources:
              A: { Type: AWS::SQS::Queue, Condition: Never }
              B: { Type: AWS::SQS::Queue, Properties: { Tags: %@ } }
            """
        let stack = try TemplateText.stack(text.replacing("%@", with: "1"))
        #expect(stack.resources.map(\.logicalID) == ["B"])
        #expect(
            TemplateText.problems(text.replacing("%@", with: "!Ref A"))
                == ["t.yaml:4:51: A does not exist: its condition Never is false"]
        )
    }

    @Test func `global properties are merged name by name into those of a resource`() throws {
        let stack = try TemplateText.stack(
            """
            Globals:
              Function:
                Timeout: 5
                MemorySize: 128
                Layers: [a]
                Environment: { Variables: { A: 1, B: 2 } }
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties: { Timeout: 9, Layers: [b], Environment: { Variables: { B: 3 } } }
              Q: { Type: AWS::SQS::Queue }
            """
        )
        #expect(
            stack.resources[0].properties.jsonText
                == #"{"Environment":{"Variables":{"A":1,"B":3}},"Layers":["a","b"],"MemorySize":128,"Timeout":9}"#
        )
        #expect(stack.resources[1].properties.jsonText == "{}")
    }

    @Test func `a resource without a name gets one that stays the same`() throws {
        let text =
            "Resources:\n  MyBucket: { Type: AWS::S3::Bucket }\n  Q: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true } }"
        let names = try TemplateText.stack(text).resources.map(\.identity.name)
        #expect(try names == TemplateText.stack(text).resources.map(\.identity.name))
        #expect(names[0].wholeMatch(of: /local-mybucket-[a-z0-9]+/) != nil)
        #expect(names[1].wholeMatch(of: /local-Q-[A-Z0-9]+\.fifo/) != nil)
    }

    @Test func `outputs are evaluated`() throws {
        let stack = try TemplateText.stack(
            "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {TopicName: t}}\nOutputs: {O: {Description: d, Value: !Ref T}}"
        )
        #expect(stack.outputs.map(\.value) == ["arn:aws:sns:us-east-1:000000000000:t"])
    }
}
