import CloudTemplate
import Testing

struct TemplateShapeTests {
    @Test(arguments: [
        ("Description: x", "t.yaml:1:1: Resources is missing"),
        ("Resources: [1]", "t.yaml:1:12: Resources has to be a mapping, not a list"),
        ("Resources:\n  Q: {}", "t.yaml:2:6: Q.Type is missing"),
        ("Resources:\n  Q: text", "t.yaml:2:6: Q has to be a mapping, not a single value"),
        (
            "Resources:\n  my-queue: {Type: A::B::C}",
            "t.yaml:2:3: a resource's name has letters and digits only, not \"my-queue\""
        ),
        ("Resources:\n  Q: {Type: A::B::C, Propertys: {}}", "t.yaml:2:22: a resource has no Propertys"),
        ("Resources:\n  Q: {Type: A::B::C, DependsOn: X}", "t.yaml:2:3: DependsOn names no resource: \"X\""),
        ("Resource: {}\nResources: {}", "t.yaml:1:1: a template has no section \"Resource\""),
        (
            "Transform: My::Macro\nResources: {}",
            "t.yaml:1:12: Transform \"My::Macro\" cannot be run on this machine; only AWS::Serverless-2016-10-31 can"
        ),
        ("Globals: {Functions: {}}\nResources: {}", "t.yaml:1:11: Globals knows no section \"Functions\""),
        ("Outputs: {O: {}}\nResources: {}", "t.yaml:1:11: the output O has no Value"),
        ("Parameters: {P: {Default: x}}\nResources: {}", "t.yaml:1:17: P.Type is missing"),
        (
            "Parameters: {P: {Type: String, Defualt: x}}\nResources: {}",
            "t.yaml:1:32: a parameter has no P.Defualt"
        ),
        (
            "Parameters: {P: {Type: String, AllowedPattern: '('}}\nResources: {}",
            "t.yaml:1:48: P.AllowedPattern is no regular expression: ("
        ),
        ("Resources:\n  Q: {Type: A::B::C, Condition: Nope}", "t.yaml:2:3: there is no condition \"Nope\""),
    ])
    func `a section of the wrong shape names its place and the reason`(text: String, problem: String) {
        #expect(TemplateText.problems(text).contains(problem), "\(TemplateText.problems(text))")
    }

    @Test func `all problems of a file are reported together in its order`() {
        let problems = TemplateText.problems(
            """
            Resources:
              A: { Type: AWS::SQS::Queue, Properties: { Tags: !Ref Nobody } }
              B: { Type: AWS::SQS::Queue, Properties: { QueueName: !GetAtt A.Nothing } }
              C: { Type: AWS::SQS::Queue, Properties: { Tags: !Cidr x } }
            """
        )
        #expect(
            problems == [
                "t.yaml:2:51: there is no parameter or resource \"Nobody\"",
                "t.yaml:3:56: A has no attribute Nothing",
                "t.yaml:4:51: the function Fn::Cidr is not known here",
            ]
        )
    }

    @Test func `sections without effect are kept for the list`() throws {
        let stack = try TemplateText.stack("Metadata: {a: 1}\nRules: {}\nResources: {}")
        #expect(stack.metadata?.mapping?.entries.map(\.key) == ["a"])
        #expect(stack.unusedSections.map(\.path) == ["Rules"])
    }

    @Test func `attributes without effect are kept for the list`() throws {
        let stack = try TemplateText.stack("Resources:\n  Q: {Type: AWS::SQS::Queue, DeletionPolicy: Retain}")
        #expect(stack.resources[0].unusedAttributes.map(\.path) == ["DeletionPolicy"])
    }
}
