/// The problems found so far in one document, shared by everything that reads it.
final class ProblemList {
    /// How many problems are listed; a hostile request shall not fill the record.
    static let maximumCount = 100

    private(set) var problems: [Problem] = []
    private var omittedCount = 0

    var isEmpty: Bool { problems.isEmpty }

    func add(_ pointer: JSONPointer, _ code: ProblemCode, _ detail: String) {
        guard problems.count < Self.maximumCount else {
            omittedCount += 1
            return
        }
        problems.append(Problem(pointer, code, detail))
    }

    /// All problems, with a last one that counts those beyond the limit.
    var report: [Problem] {
        guard omittedCount > 0 else { return problems }
        return problems + [Problem(.root, .tooMany, "has \(omittedCount) more problems")]
    }
}
