extension EXIF {
    /// The tags that are read, by their names in EXIF 2.32.
    enum Tag {
        static let make = 0x010f
        static let model = 0x0110
        static let orientation = 0x0112
        static let dateTime = 0x0132
        static let artist = 0x013b
        static let copyright = 0x8298
        static let exifDirectory = 0x8769
        static let gpsDirectory = 0x8825

        static let exifVersion = 0x9000
        static let exposureTime = 0x829a
        static let fNumber = 0x829d
        static let isoSpeed = 0x8827
        static let dateTimeOriginal = 0x9003
        static let dateTimeDigitized = 0x9004
        static let offsetTime = 0x9010
        static let offsetTimeOriginal = 0x9011
        static let offsetTimeDigitized = 0x9012
        static let flash = 0x9209
        static let focalLength = 0x920a
        static let focalLengthIn35mm = 0xa405
        static let lensMake = 0xa433
        static let lensModel = 0xa434

        static let gpsVersion = 0
        static let latitudeReference = 1
        static let latitude = 2
        static let longitudeReference = 3
        static let longitude = 4
        static let altitudeReference = 5
        static let altitude = 6
    }

    /// Reads a TIFF block; nil where it is none.
    ///
    /// A field that is missing, of another type or out of range stays nil, whatever the others say.
    init?(tiff block: ByteView) {
        guard let reader = TIFFReader(block) else { return nil }
        let main = reader.mainDirectory
        let photo = reader.directory(Tag.exifDirectory, of: main)
        readMain(main, reader)
        readPhoto(photo, reader)
        readDates(main, photo, reader)
        let gps = reader.directory(Tag.gpsDirectory, of: main)
        position = Self.position(gps, reader)
        others = OtherFields(main, photo: photo, gps: gps, reader)
    }

    private mutating func readMain(_ main: TIFFReader.Directory, _ reader: TIFFReader) {
        orientation = reader.integer(main[Tag.orientation]).flatMap(Orientation.init(rawValue:))
        make = reader.text(main[Tag.make])
        model = reader.text(main[Tag.model])
        artist = reader.text(main[Tag.artist])
        let notices = reader.texts(main[Tag.copyright])
        photographerCopyright = notices.first ?? nil
        editorCopyright = notices.count > 1 ? notices[1] : nil
    }

    private mutating func readPhoto(_ photo: TIFFReader.Directory, _ reader: TIFFReader) {
        lensMake = reader.text(photo[Tag.lensMake])
        lensModel = reader.text(photo[Tag.lensModel])
        exposureTime = reader.amount(photo[Tag.exposureTime])
        fNumber = reader.amount(photo[Tag.fNumber])
        isoSpeed = reader.positive(photo[Tag.isoSpeed])
        focalLength = reader.amount(photo[Tag.focalLength])
        focalLengthIn35mm = reader.positive(photo[Tag.focalLengthIn35mm])
        flashFired = reader.integer(photo[Tag.flash]).map { $0 & 1 == 1 }
    }

    private mutating func readDates(
        _ main: TIFFReader.Directory,
        _ photo: TIFFReader.Directory,
        _ reader: TIFFReader
    ) {
        func date(_ entry: TIFFReader.Entry?, _ offsetTag: Int) -> EXIFDate? {
            reader.text(entry).flatMap { EXIFDate($0, offset: reader.text(photo[offsetTag])) }
        }
        modifiedAt = date(main[Tag.dateTime], Tag.offsetTime)
        takenAt = date(photo[Tag.dateTimeOriginal], Tag.offsetTimeOriginal)
        digitizedAt = date(photo[Tag.dateTimeDigitized], Tag.offsetTimeDigitized)
    }

    private static func position(_ gps: TIFFReader.Directory, _ reader: TIFFReader) -> Position? {
        func degrees(_ tag: Int, _ reference: Int, negative: String, limit: Double) -> Double? {
            let parts = reader.rationalPlaces(gps[tag]).map { $0?.value }
            guard let sign = reader.text(gps[reference]), parts.count == 3, let whole = parts[0],
                let minutes = parts[1]
            else { return nil }
            // Seconds that the camera does not know are 0/0; degrees and minutes hold without them.
            let seconds = parts[2] ?? 0
            guard min(whole, minutes, seconds) >= 0 else { return nil }
            let value = whole + minutes / 60 + seconds / 3_600
            guard value <= limit else { return nil }
            return sign == negative ? -value : value
        }
        guard let latitude = degrees(Tag.latitude, Tag.latitudeReference, negative: "S", limit: 90),
            let longitude = degrees(Tag.longitude, Tag.longitudeReference, negative: "W", limit: 180)
        else { return nil }
        let isBelowSea = reader.integer(gps[Tag.altitudeReference]) == 1
        let altitude = reader.rationals(gps[Tag.altitude]).first.map { isBelowSea ? -$0.value : $0.value }
        return Position(latitude: latitude, longitude: longitude, altitude: altitude)
    }
}

extension TIFFReader {
    /// A fraction above nothing: cameras write zero for what they do not know.
    fileprivate func amount(_ entry: Entry?) -> EXIF.Rational? {
        rationals(entry).first.flatMap { $0.value > 0 ? $0 : nil }
    }

    /// A whole number above nothing.
    fileprivate func positive(_ entry: Entry?) -> Int? {
        integer(entry).flatMap { $0 > 0 ? $0 : nil }
    }
}
