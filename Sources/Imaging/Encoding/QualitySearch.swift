/// Looks for the highest quality whose file is small enough, by as few encodes as possible.
///
/// The logarithm of a file's size is nearly a straight line of the quality between two that are not far apart: each
/// encode makes the bracket smaller, and four to six of them find it for most pictures.
struct QualitySearch {
    /// The largest file.
    let maximumByteCount: Int
    /// The highest quality that is tried; the lowest is 1.
    let ceiling: Int

    /// Where the search begins: what most photos are stored with.
    private static let firstQuality = 75
    /// By which factor a file grows with each step of quality, while nothing is known of it.
    private static let usualGrowth = 1.025
    /// After so many encodes the file is not as expected: the bracket is halved.
    private static let patience = 5

    /// A quality that was tried, and the size of its file.
    private typealias Sample = (quality: Int, byteCount: Int)

    /// The file of the highest quality that fits, or of quality 1 where none does.
    func file(
        _ encode: (Int) throws(ImagingError) -> [UInt8]
    ) throws(ImagingError) -> (bytes: [UInt8], quality: Int) {
        var best: (sample: Sample, file: [UInt8])?
        var tooLarge: Sample?
        var count = 0
        while true {
            let quality = next(best?.sample, tooLarge, count)
            let file = try encode(quality)
            let sample = (quality, file.count)
            count += 1
            if file.count <= maximumByteCount {
                best = (sample, file)
            } else {
                tooLarge = sample
            }
            let limit = tooLarge?.quality ?? ceiling + 1
            guard limit > 1 else { return (file, quality) }
            if let best, best.sample.quality + 1 == limit { return (best.file, best.sample.quality) }
        }
    }

    private func next(_ fitting: Sample?, _ tooLarge: Sample?, _ count: Int) -> Int {
        let lowest = (fitting?.quality ?? 0) + 1
        let highest = (tooLarge?.quality ?? ceiling + 1) - 1
        guard count < Self.patience else { return (lowest + highest) / 2 }
        return min(highest, max(lowest, guess(fitting, tooLarge)))
    }

    private func guess(_ fitting: Sample?, _ tooLarge: Sample?) -> Int {
        guard let known = fitting ?? tooLarge else { return min(ceiling, Self.firstQuality) }
        var growth = PortableMath.logarithm(Self.usualGrowth)
        if let fitting, let tooLarge {
            let ratio = Double(tooLarge.byteCount) / Double(fitting.byteCount)
            growth = PortableMath.logarithm(ratio) / Double(tooLarge.quality - fitting.quality)
        }
        guard growth > 0 else { return known.quality }
        let room = PortableMath.logarithm(Double(maximumByteCount) / Double(known.byteCount))
        return known.quality + Int(max(-200, min(200, room / growth)).rounded(.down))
    }
}
