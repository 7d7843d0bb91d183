import Testing

@testable import LocalLambda

@Suite struct ExtensionRegistryTests {
    private let none = Array(#"{"events":[]}"#.utf8)

    @Test func `an extension is known by the id that it was given`() throws {
        var registry = ExtensionRegistry()
        let id = try registry.register(name: "a", body: Array(#"{"events":["INVOKE"]}"#.utf8))
        #expect(try registry.find(id.uppercased()) == id)
        #expect(registry.wantsInvocations(id))
        #expect(!registry.isEmpty)
    }

    @Test(
        arguments: [
            (nil, "{}", "Extension.InvalidExtensionName", "Empty extension name"),
            ("", "{}", "Extension.InvalidExtensionName", "Empty extension name"),
            ("a", "[]", "InvalidRequestFormat", "The body is no JSON object"),
            ("a", "", "InvalidRequestFormat", "The body is no JSON object"),
            (
                "a", #"{"events":["SHUTDOWN"]}"#, "Extension.InvalidEventType",
                "SHUTDOWN: ShutdownEventNotSupportedForInternalExtension"
            ),
            ("a", #"{"events":["TEA"]}"#, "Extension.InvalidEventType", "TEA: ErrorInvalidEventType"),
            ("known", "{}", "Extension.InvalidExtensionState", "Extension with this name already registered"),
        ] as [(String?, String, String, String)]
    )
    func `a registration that is wrong is refused`(
        name: String?,
        body: String,
        type: String,
        message: String
    ) throws {
        var registry = ExtensionRegistry()
        _ = try registry.register(name: "known", body: none)
        #expect(throws: RuntimeAPIError(status: 403, type: type, message: message)) {
            try registry.register(name: name, body: Array(body.utf8))
        }
    }

    @Test func `there are ten extensions at most`() throws {
        var registry = ExtensionRegistry()
        for number in 0..<10 { _ = try registry.register(name: "\(number)", body: none) }
        #expect(throws: RuntimeAPIError.extension("TooManyExtensions", "Extension limit (10) reached")) {
            try registry.register(name: "10", body: none)
        }
    }

    @Test func `none registers after the start`() throws {
        var registry = ExtensionRegistry()
        registry.close()
        #expect(
            throws: RuntimeAPIError.extension("RegistrationClosed", "Extension registration closed already")
        ) {
            try registry.register(name: "a", body: none)
        }
    }

    @Test(
        arguments: [
            (nil, "MissingExtensionIdentifier", "Missing Lambda-Extension-Identifier header"),
            ("no id", "InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier"),
            (
                "5a2b1c3d-0000-4000-8000-000000000000", "UnknownExtensionIdentifier",
                "Unknown extension 5a2b1c3d-0000-4000-8000-000000000000"
            ),
        ] as [(String?, String, String)]
    )
    func `an id that was not given is refused`(id: String?, type: String, message: String) {
        #expect(throws: RuntimeAPIError.extension(type, message)) { try ExtensionRegistry().find(id) }
    }
}
