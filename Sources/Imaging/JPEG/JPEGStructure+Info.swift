extension JPEGStructure {
    /// What the header says.
    var info: ImageInfo {
        var info = ImageInfo(format: .jpeg, storedSize: frame.size, byteCount: file.count)
        info.isProgressive = frame.isProgressive
        info.exif = exif
        info.orientation = info.exif?.orientation ?? .up
        info.residualSubsampling = frame.residualSubsampling
        info.scalesAtLittleGain = frame.isProgressive && frame.components.count < 4
        // At an eighth libjpeg's samples are too large on average. That is taken off colours, but inks multiply.
        info.largestDenominator = frame.components.count == 4 ? 4 : 8
        info.scanCount = scanCount
        info.wholeImageByteCount = heldByteCount
        info.decodingWork = decodingWork
        info.isDamaged = isDamaged
        return info
    }

    /// Steps of decoding: the samples made of each block, a scan's way through a block, and the entropy-coded bytes,
    /// which take three times as long in refinements.
    private var decodingWork: Int {
        let samples = 64 * frame.blockCount(of: frame.components)
        return samples + 8 * visitedBlockCount + (frame.isProgressive ? 30 : 10) * file.count
    }

    /// Blocks that the scans go through, all together: each costs time even where it has no data.
    private var visitedBlockCount: Int {
        scans.list.reduce(0) { count, scan in
            let identifiers = scan.identifiers
            return count
                + frame.blockCount(of: frame.components.filter { identifiers.contains($0.identifier) })
        }
    }

    /// What a decoder must hold before the first row: all coefficients, or a decoder for each scan with a row of them.
    private var heldByteCount: Int {
        guard scanCount > 1 || frame.isProgressive else { return 0 }
        return joinsScans ? scanCount * Self.scanByteCount : frame.coefficientByteCount
    }

    /// What libjpeg's decoder of a scan holds, at most, measured with room.
    private static let scanByteCount = 64 << 10
}
