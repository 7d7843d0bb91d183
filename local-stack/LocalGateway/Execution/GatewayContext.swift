/// The variables under `$context` for one request.
struct GatewayContext: Sendable {
    let requestID: String
    /// The variables; a request template may change `requestOverride` and `responseOverride` in it.
    var values: JSONValue

    /// A variable by its path, such as `identity.sourceIp`, as text.
    func text(_ path: String) -> String? {
        let names = path.split(separator: ".").map(String.init)
        return VelocityValue(names.reduce(values) { $0[$1] ?? .null }).printed
    }

    /// The texts of an object such as `requestOverride.header`.
    func texts(_ path: String...) -> [(name: String, value: String)] {
        guard case .object(let members) = path.reduce(values, { $0[$1] ?? .null }) else { return [] }
        return members.compactMap { member in VelocityValue(member.value).printed.map { (member.name, $0) } }
    }
}
