import CloudTemplate
import Testing

struct YAMLReadingTests {
    @Test(arguments: [
        ("", "t.yaml:1:1: the template is empty"),
        ("# only a comment\n", "t.yaml:1:1: the template is empty"),
        ("just text", "t.yaml:1:1: this has to be a mapping, not a single value"),
        ("a: 1\na: 2\nResources: {}", "t.yaml:2:1: \"a\" stands here a second time; the first is in line 1"),
        (
            "Resources:\n  Q: [1, 2",
            "t.yaml:3:1: not YAML: while parsing a flow sequence begun in line 2: did not find expected ',' or ']'"
        ),
        (
            "Resources:\n\tQ: 1",
            "t.yaml:2:1: not YAML: while scanning for the next token begun in line 2: found character that cannot start any token"
        ),
        (
            "a: 'open",
            "t.yaml:1:9: not YAML: while scanning a quoted scalar begun in line 1: found unexpected end of stream"
        ),
        ("a: *b", "t.yaml:1:4: the alias *b names no anchor that is complete before it"),
        ("a: &b [*b]", "t.yaml:1:8: the alias *b names no anchor that is complete before it"),
        ("? [1, 2]\n: x\nResources: {}", "t.yaml:1:3: a name has to be a single value, not a list"),
        (
            "a: &x {b: 1}\nc:\n  <<: *x\nResources: {}",
            "t.yaml:3:3: CloudFormation does not know YAML's merge key \"<<\""
        ),
        ("a: 1\n---\nb: 2", "t.yaml:2:1: a template is one YAML document; another one begins here"),
        ("a: 1\nb: 2\n  c: 3", "t.yaml:3:4: not YAML: mapping values are not allowed in this context"),
    ])
    func `text that is no template names line, column and reason`(text: String, problem: String) {
        #expect(TemplateText.problems(text).first == problem)
    }

    @Test func `a byte that is no UTF-8 is found by its line`() {
        let error = #expect(throws: TemplateError.self) {
            try Template.read(Array("a: 1\nb: ".utf8) + [0xff] + Array("\n".utf8), file: "t.yaml")
        }
        #expect(error?.problems.map(\.description) == ["t.yaml:2:4: not YAML: invalid leading UTF-8 octet"])
    }

    @Test func `every duplicate name is reported, not only the first`() {
        let problems = TemplateText.problems("a: {x: 1, x: 2}\nb: {y: 1, y: 2}\nResources: {}")
        #expect(
            problems == [
                "t.yaml:1:11: \"x\" stands here a second time; the first is in line 1",
                "t.yaml:2:11: \"y\" stands here a second time; the first is in line 2",
            ]
        )
    }

    @Test func `aliases that multiply without end are stopped by the limit`() {
        var text = "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(
            TemplateText.problems(text).first?.hasSuffix("more than 200000 values, aliases written out")
                == true
        )
    }

    @Test func `values nested without end are stopped by the limit`() {
        let text = "a: " + String(repeating: "[", count: 5000)
        #expect(TemplateText.problems(text) == ["t.yaml:1:104: values are nested deeper than 100 levels"])
    }

    @Test func `a file above the size limit is not parsed`() {
        let problems = TemplateText.problems(String(repeating: " ", count: 1_048_577))
        #expect(problems == ["t.yaml:1:1: the template is larger than 1048576 bytes"])
    }

    @Test(arguments: [
        ("plain", "\"plain\""), ("12", "12"), ("'12'", "\"12\""), ("-1.5e3", "-1500"), ("007", "\"007\""),
        ("true", "true"), ("'true'", "\"true\""), ("off", "false"), ("!!str 12", "\"12\""),
        ("[a, {b: [1]}]", "[\"a\",{\"b\":[1]}]"), ("0.1", "0.1"), ("12345678901", "12345678901"),
        ("é", "\"é\""), ("|\n  two\n  lines", "\"two\\nlines\""),
        ("arn:aws:s3:::x/*", "\"arn:aws:s3:::x/*\""),
    ])
    func `a value becomes the JSON that it stands for`(yaml: String, json: String) throws {
        #expect(try TemplateText.value(yaml) == json)
    }

    @Test func `an alias stands for what its anchor holds`() throws {
        #expect(try TemplateText.value("a: &x {b: 1}\nc: *x") == #"{"a":{"b":1},"c":{"b":1}}"#)
    }

    @Test func `a template in JSON is read as well`() throws {
        let stack = try TemplateText.stack(#"{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}"#)
        #expect(stack.resources.map(\.logicalID) == ["Q"])
    }
}
