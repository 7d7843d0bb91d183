/// Bounds of a value in words.
enum CountText {
    /// What is asked of a number, such as `from 1 to 100`.
    static func range(_ lower: String?, _ upper: String?) -> String {
        switch (lower, upper) {
        case (let lower?, let upper?): lower == upper ? "exactly \(lower)" : "from \(lower) to \(upper)"
        case (let lower?, nil): "at least \(lower)"
        case (nil, let upper?): "at most \(upper)"
        case (nil, nil): "another"
        }
    }

    /// What is asked of a count of things, such as `must have from 1 to 32 elements`.
    static func count(_ lower: Int?, _ upper: Int?, of things: String) -> String {
        let isSingle = (upper ?? lower) == 1
        let noun = isSingle ? things : things + "s"
        return "must have \(range(lower.map(String.init), upper.map(String.init))) \(noun)"
    }
}
