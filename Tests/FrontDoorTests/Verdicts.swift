@testable import StageContracts

/// What the front door and the contract's reader say of one request.
struct Verdicts {
    let door: [(pointer: String, text: String)]
    let contract: [Problem]

    init(on request: String, _ door: FrontDoor) throws {
        self.door = try door.problems(request)
        let list = ProblemList()
        let value = try JSONValue(readingDocument: Array(request.utf8))
        _ = ObjectReader.read(value, at: .root, problems: list) as ProcessingRequest?
        contract = list.problems
    }

    /// What only the contract says.
    var missed: [Problem] {
        contract.filter { problem in !door.contains { Self.isRelated($0.pointer, problem.pointer.text) } }
    }

    /// What only the front door says.
    var excess: [(pointer: String, text: String)] {
        door.filter { problem in !contract.contains { Self.isRelated($0.pointer.text, problem.pointer) } }
    }

    /// Whether two problems are about the same field, or one is about what the other lies in.
    private static func isRelated(_ place: String, _ other: String) -> Bool {
        place == other || place.hasPrefix(other + "/") || other.hasPrefix(place + "/")
    }
}
