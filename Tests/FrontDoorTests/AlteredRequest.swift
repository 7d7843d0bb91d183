import FoundationEssentials
import Testing

@testable import StageContracts

/// A request in which one field is not what it was.
struct AlteredRequest: CustomTestStringConvertible {
    /// The field's place.
    let place: String
    /// What became of it, for the report of a test.
    let change: String
    /// The whole request.
    let text: String

    var testDescription: String { "\(place) \(change.prefix(60))" }

    /// Every field of a request, the request itself first, with each of the values in its place, taken away, and, where
    /// it is an object, with a field that there is not.
    static func all(of request: JSONValue, values: [JSONValue]) -> [AlteredRequest] {
        var altered: [AlteredRequest] = []
        func visit(_ value: JSONValue, _ place: String, _ rebuild: (JSONValue?) -> JSONValue) {
            guard place != "/puzzle" else { return }
            func add(_ change: String, _ new: JSONValue?) {
                altered.append(AlteredRequest(place: place, change: change, text: spelled(rebuild(new))))
            }
            if !place.isEmpty {
                for new in values { add(spelled(new), new) }
                add("is taken away", nil)
            }
            switch value {
            case .object(let members):
                add("has another field", .object(members.merging(["nonsense": .bool(true)]) { $1 }))
                for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                    visit(member, "\(place)/\(name)") { new in
                        var changed = members
                        changed[name] = new
                        return rebuild(.object(changed))
                    }
                }
            case .array(let elements):
                for (index, element) in elements.enumerated() {
                    visit(element, "\(place)/\(index)") { new in
                        var changed = elements
                        if let new { changed[index] = new } else { changed.remove(at: index) }
                        return rebuild(.array(changed))
                    }
                }
            default: break
            }
        }
        visit(request, "") { $0 ?? .null }
        return altered
    }

    private static func spelled(_ value: JSONValue) -> String {
        let data = try? JSONEncoder().encode(value)
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
