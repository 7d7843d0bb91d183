import CloudTemplate
import Testing

struct PropertyReaderTests {
    private static func properties(_ yaml: String) throws -> TemplateNode {
        try TemplateText.stack("Resources:\n  R:\n    Type: A::B::C\n    Properties: \(yaml)").resources[0]
            .properties
    }

    @Test func `what nobody asked for is left over, topmost names only`() throws {
        let reader = PropertyReader(
            try Self.properties(
                "{Name: a, Policy: {arn: x, count: 3, deep: {er: 1}}, Tags: [1], Rules: [{a: 1, b: 2}]}"
            ),
            problems: ProblemList()
        )
        _ = reader.text("Name")
        _ = reader.reader("Policy")?.text("arn")
        for rule in reader.readers("Rules") { _ = rule.text("a") }
        #expect(reader.leftovers.map(\.path) == ["Policy.count", "Policy.deep", "Tags", "Rules[0].b"])
    }

    @Test func `values are read by their kind, in quotes or not`() throws {
        let problems = ProblemList()
        let reader = PropertyReader(
            try Self.properties("{a: 30, b: '30', c: true, d: 'false', e: one, f: [x, y], g: ~}"),
            problems: problems
        )
        #expect(reader.integer("a", in: 0...100) == 30)
        #expect(reader.integer("b", in: 0...100) == 30)
        #expect(reader.boolean("c") == true)
        #expect(reader.boolean("d") == false)
        #expect(reader.texts("e") == ["one"])
        #expect(reader.texts("f") == ["x", "y"])
        #expect(reader.text("g") == nil)
        #expect(reader.text("missing") == nil)
        #expect(problems.problems.isEmpty)
    }

    @Test func `values of a wrong kind are problems and read as absent`() throws {
        let problems = ProblemList()
        let reader = PropertyReader(
            try Self.properties("{a: x, b: 101, c: maybe, d: [1], e: {x: 1}, f: [{x: 1}], g: red}"),
            problems: problems
        )
        #expect(reader.integer("a", in: 0...100) == nil)
        #expect(reader.integer("b", in: 0...100) == nil)
        #expect(reader.boolean("c") == nil)
        #expect(reader.text("d") == nil)
        #expect(reader.items("e") == nil)
        _ = reader.texts("f")
        #expect(reader.word("g", of: ["green", "blue"]) == nil)
        #expect(reader.requiredText("h") == nil)
        #expect(
            problems.problems.map(\.reason) == [
                "a is \"x\"; it has to be a whole number from 0 to 100",
                "b is \"101\"; it has to be a whole number from 0 to 100",
                "c has to be true or false",
                "d has to be a single value, not a list",
                "e has to be a list, not a mapping",
                "f has to hold single values only",
                "g is \"red\"; it has to be one of green, blue",
                "h is missing",
            ]
        )
    }
}
