/// A ratio of width to height such as `16:9`.
package struct AspectRatio: ReadableText {
    /// The share of the width, 1 to 10,000.
    package let width: Int
    /// The share of the height, 1 to 10,000.
    package let height: Int

    init(reading text: String) throws(TextRefusal) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }.filter((1...10_000).contains)
        guard parts.count == 2, numbers.count == 2, !text.contains("+") else {
            throw TextRefusal("must be a ratio of whole numbers from 1 to 10,000, such as 16:9")
        }
        (width, height) = (numbers[0], numbers[1])
    }

    package var text: String { "\(width):\(height)" }
}
