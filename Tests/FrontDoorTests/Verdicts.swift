@testable import StageContracts

/// What the front door and the contract's reader say of one request.
struct Verdicts {
    let door: [FrontDoor.Refusal]
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
    var excess: [FrontDoor.Refusal] {
        door.filter { problem in !contract.contains { Self.isRelated($0.pointer.text, problem.pointer) } }
    }

    /// What both say of the same field in the same words, with different codes.
    var disagreements: [String] {
        contract.flatMap { problem in
            door.filter { $0.pointer == problem.pointer.text && $0.text == problem.detail }
                .filter { $0.code != problem.code.rawValue }.map { "\(problem), at the door \($0.code)" }
        }
    }

    /// Whether two problems are about the same field, or one is about what the other lies in.
    private static func isRelated(_ place: String, _ other: String) -> Bool {
        place == other || place.hasPrefix(other + "/") || other.hasPrefix(place + "/")
    }
}
