/// Reads one JSON object strictly: every member asked for is checked, every problem is kept with its pointer,
/// and `finish` reports the members nobody asked for.
///
/// A method answers nil both for an absent member and for a wrong one; the problem list tells them apart.
final class ObjectReader {
    let pointer: JSONPointer
    let problems: ProblemList
    private let members: [String: JSONValue]
    private var asked: Set<String> = []

    init(_ members: [String: JSONValue], at pointer: JSONPointer, problems: ProblemList) {
        self.members = members
        self.pointer = pointer
        self.problems = problems
    }

    /// The names of the members that are there.
    var names: [String] { members.keys.sorted() }

    func has(_ name: String) -> Bool { members[name] != nil }

    func value(_ name: String) -> JSONValue? {
        asked.insert(name)
        return members[name]
    }

    /// Reports a problem at a member.
    func refuse(_ name: String, _ code: ProblemCode, _ detail: String) {
        problems.add(pointer.appending(name), code, detail)
    }

    /// Reports a problem at the object itself.
    func refuse(_ code: ProblemCode, _ detail: String) {
        problems.add(pointer, code, detail)
    }

    /// Reports the members that must be there and are not.
    func require(_ names: String...) {
        for name in names where !has(name) { refuse(name, .missing, "is required") }
    }

    /// Reports members that may not stand together with what `reason` names.
    func forbid(_ names: [String], _ reason: String) {
        for name in names where has(name) { refuse(name, .contradiction, reason) }
    }

    /// Exactly one of the members must be there.
    func requireOne(of names: String...) {
        let given = names.filter(has)
        let list = names.joined(separator: ", ")
        switch given.count {
        case 0: refuse(.missing, "needs one of \(list)")
        case 1: break
        default: refuse(.contradiction, "may have only one of \(list)")
        }
    }

    /// Reports the members nobody asked for.
    func finish() {
        for name in names where !asked.contains(name) {
            let known = asked.sorted().joined(separator: ", ")
            let hint =
                known.isEmpty ? "is not known; no field is expected here" : "is not known; known are \(known)"
            // A hostile name may be as long as the request; the record has to hold a hundred of them.
            refuse(name.abridged(to: 64), .unknownField, hint)
        }
    }
}
