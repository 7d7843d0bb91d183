import FoundationEssentials

/// The extensions that registered in one execution environment: those that a runtime starts within its own process.
struct ExtensionRegistry {
    /// What `register` is sent.
    private struct Registration: Decodable {
        let events: [String]?
    }

    private struct Extension {
        let name: String
        let wantsInvocations: Bool
    }

    /// Lambda's limit for one function.
    static let maximumCount = 10

    private var extensions: [String: Extension] = [:]
    private var isClosed = false

    /// Whether there is one; a function with an extension is given time to end.
    var isEmpty: Bool { extensions.isEmpty }

    /// Registers an extension and answers its id.
    mutating func register(name: String?, body: [UInt8]) throws(RuntimeAPIError) -> String {
        guard let name, !name.isEmpty else {
            throw .extension("InvalidExtensionName", "Empty extension name")
        }
        guard let registration = try? JSONDecoder().decode(Registration.self, from: Data(body)) else {
            throw RuntimeAPIError(
                status: 403,
                type: "InvalidRequestFormat",
                message: "The body is no JSON object"
            )
        }
        let events = registration.events ?? []
        try Self.check(events)
        try checkRoom(for: name)
        let id = UUID().uuidString.lowercased()
        extensions[id] = Extension(name: name, wantsInvocations: events.contains("INVOKE"))
        return id
    }

    /// No more registrations: the runtime has asked for its first invocation.
    mutating func close() {
        isClosed = true
    }

    /// Whether that extension wants to hear of invocations.
    func wantsInvocations(_ id: String) -> Bool {
        extensions[id]?.wantsInvocations == true
    }

    /// Finds an extension by the header that it sends and answers its id.
    func find(_ id: String?) throws(RuntimeAPIError) -> String {
        guard let id, !id.isEmpty else {
            throw .extension("MissingExtensionIdentifier", "Missing Lambda-Extension-Identifier header")
        }
        guard UUID(uuidString: id) != nil else {
            throw .extension("InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier")
        }
        guard extensions[id.lowercased()] != nil else {
            throw .extension("UnknownExtensionIdentifier", "Unknown extension \(id)")
        }
        return id.lowercased()
    }

    private func checkRoom(for name: String) throws(RuntimeAPIError) {
        guard !isClosed else {
            throw .extension("RegistrationClosed", "Extension registration closed already")
        }
        guard !extensions.values.contains(where: { $0.name == name }) else {
            throw .extension("InvalidExtensionState", "Extension with this name already registered")
        }
        guard extensions.count < Self.maximumCount else {
            throw .extension("TooManyExtensions", "Extension limit (\(Self.maximumCount)) reached")
        }
    }

    private static func check(_ events: [String]) throws(RuntimeAPIError) {
        for event in events where event != "INVOKE" {
            let reason =
                event == "SHUTDOWN"
                ? "ShutdownEventNotSupportedForInternalExtension" : "ErrorInvalidEventType"
            throw .extension("InvalidEventType", "\(event): \(reason)")
        }
    }
}
