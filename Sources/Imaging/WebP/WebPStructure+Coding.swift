import Glibc

extension WebPStructure {
    /// How this file, or its first frame, is encoded again with little loss: losslessly if it is lossless, or else at least as finely
    /// as it was.
    func coding(_ options: Encoding.WebPOptions) -> Encoding.WebPOptions {
        var options = options
        if pictureChunks.contains(where: { $0.type == "VP8L" }) {
            options.isLossless = true
        } else if !options.isLossless {
            options.quality = max(options.quality, quality ?? options.quality)
        }
        return options
    }

    /// How the colours that are decoded become those to be shown.
    var ownColor: ColorConversion { color(of: hasAlpha ? .rgba : .rgb) }

    /// Whether the colours that are decoded are those to be shown.
    var hasColorsOfSRGB: Bool { !ownColor.isNeeded }

    /// The lowest of libwebp's qualities whose luma is as fine as the file's; nil for one without loss, or without a whole header.
    var quality: Int? {
        guard let chunk = pictureChunks.first(where: { $0.type == "VP8 " }),
            let quantisers = VP8Quantisers(chunk.data)
        else { return nil }
        return quantisers.quality
    }

    /// Those of the still picture, or of the first frame.
    private var pictureChunks: [Chunk] { firstFrame?.picture ?? chunks.picture }
}

extension VP8Quantisers {
    /// The lowest of libwebp's qualities, 0 to 100, whose quantisers are as fine as these: of a single segment exactly, of several
    /// on average.
    ///
    /// libwebp (src/enc/quant_enc.c, `VP8SetSegmentParams`) turns the quality into a compression c, raises it to a power that is
    /// a segment's own, and makes 127 · (1 − c), rounded down, the segment's index. The powers are 1 on average over all
    /// macroblocks, so that the mean logarithm of what the segments have is that of the compression itself.
    fileprivate var quality: Int {
        let used = Set(segments.filter { $0.part > 0 }.map(\.index))
        // Only quality 100 keeps every segment at index 0, whatever its power.
        guard used != [0] else { return 100 }
        let logarithm = segments.reduce(0) { sum, segment in
            sum + segment.part * log((127 - min(126.5, Double(segment.index))) / 127)
        }
        let index = 127 * (1 - exp(logarithm))
        // An index was rounded down, so a single one stands for all values up to the next. The mean of several is too low by about
        // half an index; with 0.4, files of every quality are found to have their own, or one or two more.
        let end = used.count == 1 ? index.rounded() + 1 : index + 0.4
        return (0..<100).first { Self.index(of: $0) < end } ?? 100
    }

    /// What libwebp takes at a quality for a picture of one segment, before it is rounded down.
    private static func index(of quality: Int) -> Double {
        let part = Double(quality) / 100
        return 127 * (1 - cbrt(part < 0.75 ? part * 2 / 3 : 2 * part - 1))
    }
}
