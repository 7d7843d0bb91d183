import Testing

@testable import StageContracts

@Suite struct `The form of a name` {
    private let form = NameForm(maximumLength: 8, marks: [".", "_", "-"])

    @Test(arguments: ["a", "9", "a.b_c-d", "12345678", "Z--"])
    func `is letters, digits and a few marks`(name: String) throws {
        #expect(try form.checked(name) == name)
    }

    @Test(arguments: ["", "-a", ".", "a b", "a:b", "é", "a\u{301}", "123456789", "a/b", "a\n"])
    func `is told to whoever does not keep to it`(name: String) {
        let refusal = #expect(throws: TextRefusal.self) { try form.checked(name) }
        #expect(
            refusal?.detail == "must be 1 to 8 letters, digits, '.', '_' or '-', the first a letter or digit"
        )
        #expect(refusal?.code == .invalidFormat)
    }
}
