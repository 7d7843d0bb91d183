extension Encoding {
    /// Bytes that the encoder holds at once for rows of `format`, and the file.
    package func memoryByteCount(for format: RowFormat) -> Int {
        if case .webp(let options) = self, options.isStreamed, format.layout == .rgba {
            return LosslessRowEncoder.memoryByteCount(for: format.size)
        }
        let rows = format.rowByteCount * 32
        return rows + Int(Double(format.size.pixelCount) * pixelByteCount(hasAlpha: format.layout.hasAlpha))
    }

    private func pixelByteCount(hasAlpha: Bool) -> Double {
        switch self {
        case .jpeg(let options): options.pixelByteCount
        case .png(let options):
            (hasAlpha ? PixelMemory.png.clear : PixelMemory.png.opaque) + (options.usesPalette ? 1 : 0)
        case .webp(let options) where options.isLossless:
            PixelMemory.losslessWebP[min(max(0, options.method), PixelMemory.losslessWebP.count - 1)]
        case .webp(let options): options.pixelByteCount(hasAlpha: hasAlpha)
        }
    }
}

extension Encoding.JPEGOptions.ChromaSubsampling {
    /// Samples of Y, Cb and Cr for a square of four pixels.
    var samplesOfFourPixels: Int {
        switch self {
        case .full: 12
        case .halfWidth: 8
        case .quarter: 6
        }
    }
}

extension Encoding.JPEGOptions {
    fileprivate var pixelByteCount: Double {
        let file = quality > 80 ? PixelMemory.jpegSample.best : PixelMemory.jpegSample.usual
        let held = isProgressive || optimizesCoding ? PixelMemory.coefficient : 0
        return (file + held) * Double(chromaSubsampling.samplesOfFourPixels) / 4
    }
}

extension Encoding.WebPOptions {
    fileprivate func pixelByteCount(hasAlpha: Bool) -> Double {
        let isFast = method < 3
        let picture = isFast ? PixelMemory.fastWebP : PixelMemory.thoroughWebP
        let alpha = isFast ? PixelMemory.webPAlpha.fast : PixelMemory.webPAlpha.thorough
        return (quality > 80 ? picture.best : picture.usual) + (hasAlpha ? alpha : 0)
    }
}
