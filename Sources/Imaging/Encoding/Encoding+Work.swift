extension Encoding {
    /// Steps for a picture in rows of `format`, whatever it shows.
    func work(on format: RowFormat) -> Int {
        format.size.pixelCount.multiplied(by: pixelWork(format.layout))
    }

    /// Steps for the encodes of a picture that find its quality: as many as usual, or one of the worst.
    func searchWork(on format: RowFormat) -> Int {
        let usual = format.size.pixelCount.multiplied(by: photoWork(format.layout))
        return max(work(on: format), usual.multiplied(by: PixelWork.searchedEncodes))
    }

    /// Steps that a file of `byteCount` took, at most about.
    func work(on format: RowFormat, making byteCount: Int) -> Int {
        let pixelCount = Double(format.size.pixelCount)
        let detail = max(0, Double(byteCount) / pixelCount - PixelWork.photoWebPBytes)
        let work = Double(photoWork(format.layout)) + detail * Double(PixelWork.lossyWebPByte)
        return Int(min(work, Double(pixelWork(format.layout))) * pixelCount)
    }

    private func pixelWork(_ layout: PixelLayout) -> Int {
        switch self {
        case .jpeg(let options): options.sampleWork * options.chromaSubsampling.samplesOfFourPixels / 4
        case .png(let options):
            Self.level(options.compressionLevel, PixelWork.png) * (layout.hasAlpha ? 4 : 3) / 3
                + (options.usesPalette ? PixelWork.palette : 0)
        case .webp(let options) where options.isLossless && (options.method, options.quality) == (0, 0):
            PixelWork.fastestLosslessWebP
        case .webp(let options) where options.isLossless: Self.level(options.method, PixelWork.losslessWebP)
        case .webp(let options):
            Self.level(options.method, PixelWork.lossyWebP, options.quality)
                + (layout.hasAlpha ? PixelWork.webPAlpha : 0)
        }
    }

    /// The same for what photos show.
    private func photoWork(_ layout: PixelLayout) -> Int {
        guard case .webp(let options) = self, !options.isLossless else { return pixelWork(layout) }
        return Self.level(options.method, PixelWork.lossyPhotoWebP)
            + (layout.hasAlpha ? PixelWork.webPAlpha : 0)
    }

    private static func level(_ level: Int, _ table: [(usual: Int, best: Int)], _ quality: Int) -> Int {
        let values = self.level(level, table)
        return quality > 80 ? values.best : values.usual
    }

    private static func level<Value>(_ level: Int, _ table: [Value]) -> Value {
        table[min(max(0, level), table.count - 1)]
    }
}

extension Encoding.JPEGOptions {
    fileprivate var sampleWork: Int {
        let work = PixelWork.jpegSample
        return isProgressive ? work.progressive : optimizesCoding ? work.optimized : work.plain
    }
}
