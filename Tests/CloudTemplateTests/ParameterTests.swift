import CloudTemplate
import Testing

struct ParameterTests {
    private static func template(_ declaration: String) -> String {
        """
        Parameters:
          P: \(declaration)
        Resources:
          Q: { Type: A::B::C, Properties: { Value: !Ref P } }
        """
    }

    @Test(
        arguments: [
            ("{Type: String, Default: x}", nil, "{\"Value\":\"x\"}"),
            ("{Type: String, Default: ''}", nil, "{\"Value\":\"\"}"),
            ("{Type: String, Default: x}", "y", "{\"Value\":\"y\"}"),
            ("{Type: Number, Default: 5, MinValue: 1, MaxValue: 9}", nil, "{\"Value\":\"5\"}"),
            ("{Type: CommaDelimitedList, Default: 'a, b,c'}", nil, "{\"Value\":[\"a\",\"b\",\"c\"]}"),
            ("{Type: List<Number>, Default: '1,2'}", nil, "{\"Value\":[\"1\",\"2\"]}"),
            ("{Type: String, AllowedValues: [a, b]}", "b", "{\"Value\":\"b\"}"),
            ("{Type: String, AllowedPattern: '^[a-z-]*$'}", "a-b", "{\"Value\":\"a-b\"}"),
            ("{Type: AWS::EC2::VPC::Id, Default: vpc-1}", nil, "{\"Value\":\"vpc-1\"}"),
        ] as [(String, String?, String)]
    )
    func `a parameter has its default or the value given`(text: String, given: String?, json: String) throws {
        let stack = try TemplateText.stack(Self.template(text), parameters: given.map { ["P": $0] } ?? [:])
        #expect(stack.resources[0].properties.jsonText == json)
    }

    @Test(
        arguments: [
            ("{Type: String}", nil, "the parameter P has no default: give it a value"),
            ("{Type: Number, Default: x}", nil, "the parameter P cannot be \"x\": it has to be a number"),
            ("{Type: Number, MinValue: 2}", "1", "the parameter P cannot be \"1\": it has to be at least 2"),
            ("{Type: Number, MaxValue: 2}", "3", "the parameter P cannot be \"3\": it may be 2 at most"),
            (
                "{Type: String, AllowedValues: [a, b]}", "c",
                "the parameter P cannot be \"c\": it has to be one of a, b"
            ),
            (
                "{Type: String, AllowedPattern: '[a-z]+'}", "a1",
                "the parameter P cannot be \"a1\": it has to match [a-z]+"
            ),
            (
                "{Type: String, MinLength: 3}", "ab",
                "the parameter P cannot be \"ab\": its length is out of range"
            ),
            ("{Type: List<Number>}", "1,b", "the parameter P cannot be \"b\": it has to be a number"),
            (
                "{Type: String, AllowedValues: [a], ConstraintDescription: Only a.}", "c",
                "the parameter P cannot be \"c\": Only a."
            ),
        ] as [(String, String?, String)]
    )
    func `a value that breaks a constraint is a problem`(text: String, given: String?, reason: String) {
        let problems = TemplateText.problems(Self.template(text), parameters: given.map { ["P": $0] } ?? [:])
        #expect(problems == ["t.yaml:2:3: \(reason)"])
    }

    @Test func `a value for a parameter that does not exist is a problem`() {
        let problems = TemplateText.problems("Resources: {}", parameters: ["Nope": "1"])
        #expect(problems == ["t.yaml:1:1: the template has no parameter Nope"])
    }
}
