import CloudTemplate
import Testing

struct IntrinsicFunctionTests {
    private static let sections = """
        Parameters:
          Prefix: { Type: String, Default: dev- }
          Names: { Type: CommaDelimitedList, Default: "a,b,c" }
        Mappings:
          Sizes: { us-east-1: { small: 1, list: [x, y] } }
        Conditions:
          IsDev: !Equals [!Ref Prefix, dev-]
          IsProd: !Not [!Condition IsDev]
          Both: !And [!Condition IsDev, !Equals [a, a]]
          Either: !Or [!Condition IsProd, { Condition: IsDev }]
        """

    @Test(arguments: [
        ("!Ref Prefix", "\"dev-\""),
        ("Ref: Prefix", "\"dev-\""),
        ("!Ref Names", "[\"a\",\"b\",\"c\"]"),
        ("!Ref Queue", "\"http://127.0.0.1:4566/000000000000/work\""),
        ("!Ref Table", "\"data\""),
        ("!Ref AWS::Region", "\"us-east-1\""),
        ("!Ref AWS::AccountId", "\"000000000000\""),
        ("!Ref AWS::NoValue", "absent"),
        ("a: 1\nb: !Ref AWS::NoValue", "{\"a\":1}"),
        ("[1, !Ref AWS::NoValue]", "[1]"),
        ("!GetAtt Queue.Arn", "\"arn:aws:sqs:us-east-1:000000000000:work\""),
        ("!GetAtt [Queue, QueueName]", "\"work\""),
        ("Fn::GetAtt: [Queue, Arn]", "\"arn:aws:sqs:us-east-1:000000000000:work\""),
        ("Fn::GetAtt: Table.Arn", "\"arn:aws:dynamodb:us-east-1:000000000000:table/data\""),
        ("!Sub \"${Prefix}x-${AWS::StackName}\"", "\"dev-x-local\""),
        ("!Sub \"${Queue.Arn}/*\"", "\"arn:aws:sqs:us-east-1:000000000000:work/*\""),
        ("!Sub \"${!Literal} $5 ${ Prefix }\"", "\"${Literal} $5 dev-\""),
        ("!Sub [\"${A}-${Prefix}\", {A: !Ref Table}]", "\"data-dev-\""),
        ("Fn::Sub: \"${Prefix}\"", "\"dev-\""),
        ("!Join [\",\", [a, !Ref Prefix, c]]", "\"a,dev-,c\""),
        ("!Join [\"\", !Ref Names]", "\"abc\""),
        ("!Split [\"|\", \"a|b|\"]", "[\"a\",\"b\",\"\"]"),
        ("!Select [1, !Ref Names]", "\"b\""),
        ("!Select [0, !Split [\":\", \"x:y\"]]", "\"x\""),
        ("!If [IsDev, yes-dev, no-dev]", "\"yes-dev\""),
        ("!If [IsProd, 1, !Ref AWS::NoValue]", "absent"),
        ("!If [Both, [!If [Either, 1, 2]], 3]", "[1]"),
        ("!FindInMap [Sizes, !Ref AWS::Region, small]", "1"),
        ("!FindInMap [Sizes, us-east-1, list]", "[\"x\",\"y\"]"),
        ("Fn::Base64: !Sub \"${Prefix}\"", "\"ZGV2LQ==\""),
        ("!If [IsProd, !Ref Nobody, 2]", "2"),
    ])
    func `a function has its value`(yaml: String, json: String) throws {
        #expect(try TemplateText.value(yaml, with: Self.sections) == json)
    }

    @Test(arguments: [
        ("!Ref Nobody", "there is no parameter or resource \"Nobody\""),
        ("!Ref [a]", "Ref takes one name"),
        ("!Ref AWS::Nope", "there is no pseudo parameter AWS::Nope"),
        ("!GetAtt Queue", "Fn::GetAtt takes a resource and an attribute"),
        ("!GetAtt Queue.Nope", "Queue has no attribute Nope"),
        ("!GetAtt Nobody.Arn", "there is no resource \"Nobody\""),
        ("!Sub \"${Nobody}\"", "there is no parameter or resource \"Nobody\""),
        ("!Sub \"${Names}\"", "${Names} is not a single value"),
        ("!Sub [a]", "Fn::Sub takes text, or a list of text and a mapping of variables"),
        ("!Join [a]", "Fn::Join takes a list of a separator and a list"),
        ("!Join [\",\", [[1]]]", "Fn::Join joins single values, not a list"),
        ("!Select [3, !Ref Names]", "Fn::Select has no value 3: the list holds 3"),
        ("!If [IsDev, 1]", "Fn::If takes a condition's name and two values"),
        ("!If [Nope, 1, 2]", "there is no condition \"Nope\""),
        ("!FindInMap [Sizes, eu-west-1, small]", "Mappings holds no Sizes.eu-west-1"),
        (
            "!ImportValue x",
            "Fn::ImportValue needs another stack's exports; there is one stack on this machine"
        ),
        (
            "Fn::Transform: {Name: AWS::Include}",
            "Fn::Transform runs macros inside CloudFormation; write the included text into the template"
        ),
        ("!Equals [1, 1]", "Fn::Equals may be used in conditions only"),
        ("!Condition IsDev", "Condition may be used in conditions only"),
        ("!Nope x", "the function Fn::Nope is not known here"),
    ])
    func `a function that cannot be evaluated says why and where`(yaml: String, reason: String) {
        let error = #expect(throws: TemplateError.self) { try TemplateText.value(yaml, with: Self.sections) }
        #expect(error?.problems.map(\.reason) == [reason])
        #expect(error?.problems.first?.mark.line == Self.sections.split(separator: "\n").count + 12)
    }

    @Test(arguments: [
        ("!Equals [a]", "Fn::Equals takes a list of two values"),
        ("!And [!Equals [a, a]]", "Fn::And takes a list of 2 to 10 conditions"),
        ("!Not []", "Fn::Not takes a list of one condition"),
        ("!Condition C", "the condition C depends on itself"),
        ("true", "a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition"),
        ("!Sub x", "Fn::Sub is no condition function"),
    ])
    func `a condition of the wrong shape is a problem`(yaml: String, reason: String) {
        #expect(
            TemplateText.problems("Conditions:\n  C: \(yaml)\nResources: {}").first?.hasSuffix(reason) == true
        )
    }
}
