extension EXIF {
    /// Fields that nothing but outputs use: they are handed on as they are, with the group that they belong to.
    struct OtherFields: Hashable, Sendable {
        /// Description and software, of the main directory.
        var main: [TIFFField] = []
        /// The comment of who took the photo.
        var comment: [TIFFField] = []
        /// Program, bias and metering of the exposure.
        var exposure: [TIFFField] = []
        /// The fractions of the dates' seconds.
        var fractions: [TIFFField] = []
        /// What the lens can do.
        var lens: [TIFFField] = []
        /// Date and time by satellite.
        var gps: [TIFFField] = []
    }

    /// The tags of these fields, by their names in EXIF 2.32.
    enum OtherTag {
        static let imageDescription = 0x010e
        static let software = 0x0131
        static let userComment = 0x9286
        static let fraction = 0x9290
        static let fractionOriginal = 0x9291
        static let fractionDigitized = 0x9292
        static let exposureProgram = 0x8822
        static let exposureBias = 0x9204
        static let meteringMode = 0x9207
        static let lensSpecification = 0xa432
        static let gpsTime = 7
        static let gpsDate = 29
    }
}

extension EXIF.OtherFields {
    /// The fields in a block's directories.
    init(
        _ main: TIFFReader.Directory,
        photo: TIFFReader.Directory,
        gps: TIFFReader.Directory,
        _ reader: TIFFReader
    ) {
        typealias Tag = EXIF.OtherTag
        func fields(_ tags: [Int], _ directory: TIFFReader.Directory) -> [TIFFField] {
            tags.compactMap { reader.field($0, directory[$0]) }
        }
        self.main = fields([Tag.imageDescription, Tag.software], main)
        comment = fields([Tag.userComment], photo)
        fractions = fields([Tag.fraction, Tag.fractionOriginal, Tag.fractionDigitized], photo)
        exposure = fields([Tag.exposureProgram, Tag.exposureBias, Tag.meteringMode], photo)
        lens = fields([Tag.lensSpecification], photo)
        self.gps = fields([Tag.gpsTime, Tag.gpsDate], gps)
    }
}
