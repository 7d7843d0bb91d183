/// Writes the EXIF fields that a file keeps (EXIF 2.32).
struct EXIFWriter {
    private var main = TIFFDirectory()
    private var photo = TIFFDirectory()
    private var gps = TIFFDirectory()

    /// What a JPEG's segment holds beside its length and the header of EXIF (EXIF 2.32 section 4.7.2).
    static let maximumByteCount = 65_533 - 6

    /// A writer of some fields of `exif`, and of `orientation`, which is left out where upright.
    ///
    /// What is only handed on is left out where the block would not fit into a JPEG's segment with it.
    init(_ exif: EXIF?, keeping fields: MetadataFields, orientation: Orientation = .up) {
        self.init(all: exif, fields, orientation)
        guard var exif, let block, block.count > Self.maximumByteCount else { return }
        exif.others = EXIF.OtherFields()
        self = Self(all: exif, fields, orientation)
    }

    private init(all exif: EXIF?, _ fields: MetadataFields, _ orientation: Orientation) {
        if orientation != .up {
            main.add(EXIF.Tag.orientation, number: orientation.rawValue)
        }
        guard let exif else { return }
        if fields.contains(.copyright) { addCopyright(exif) }
        if fields.contains(.camera) { addCamera(exif) }
        if fields.contains(.lens) { addLens(exif) }
        if fields.contains(.exposure) { addExposure(exif) }
        if fields.contains(.dates) { addDates(exif) }
        if fields.contains(.texts) { addTexts(exif) }
        if fields.contains(.gps) { addPosition(exif) }
    }

    private mutating func addTexts(_ exif: EXIF) {
        main.add(exif.others.main)
        photo.add(exif.others.comment)
    }

    private mutating func addPosition(_ exif: EXIF) {
        if let position = exif.position { add(position) }
        gps.add(exif.others.gps)
    }

    private mutating func addCopyright(_ exif: EXIF) {
        main.add(EXIF.Tag.artist, text: exif.artist)
        // A blank stands for a photographer's notice that is not there (EXIF 2.32 section 4.6.5).
        let own = exif.photographerCopyright ?? (exif.editorCopyright == nil ? nil : " ")
        main.add(EXIF.Tag.copyright, texts: [own, exif.editorCopyright].compactMap(\.self))
    }

    private mutating func addCamera(_ exif: EXIF) {
        main.add(EXIF.Tag.make, text: exif.make)
        main.add(EXIF.Tag.model, text: exif.model)
    }

    private mutating func addLens(_ exif: EXIF) {
        photo.add(EXIF.Tag.lensMake, text: exif.lensMake)
        photo.add(EXIF.Tag.lensModel, text: exif.lensModel)
        photo.add(exif.others.lens)
    }

    private mutating func addExposure(_ exif: EXIF) {
        photo.add(EXIF.Tag.exposureTime, rationals: [exif.exposureTime].compactMap(\.self))
        photo.add(EXIF.Tag.fNumber, rationals: [exif.fNumber].compactMap(\.self))
        photo.add(EXIF.Tag.isoSpeed, number: exif.isoSpeed)
        photo.add(EXIF.Tag.flash, number: exif.flashFired.map { $0 ? 1 : 0 })
        photo.add(EXIF.Tag.focalLength, rationals: [exif.focalLength].compactMap(\.self))
        photo.add(EXIF.Tag.focalLengthIn35mm, number: exif.focalLengthIn35mm)
        photo.add(exif.others.exposure)
    }

    private mutating func addDates(_ exif: EXIF) {
        main.add(EXIF.Tag.dateTime, text: exif.modifiedAt?.exifText)
        photo.add(EXIF.Tag.dateTimeOriginal, text: exif.takenAt?.exifText)
        photo.add(EXIF.Tag.dateTimeDigitized, text: exif.digitizedAt?.exifText)
        photo.add(EXIF.Tag.offsetTime, text: exif.modifiedAt?.offsetText)
        photo.add(EXIF.Tag.offsetTimeOriginal, text: exif.takenAt?.offsetText)
        photo.add(EXIF.Tag.offsetTimeDigitized, text: exif.digitizedAt?.offsetText)
        photo.add(exif.others.fractions)
    }

    private mutating func add(_ position: EXIF.Position) {
        gps.add(EXIF.Tag.gpsVersion, bytes: [2, 3, 0, 0], type: 1)
        gps.add(EXIF.Tag.latitudeReference, text: position.latitude < 0 ? "S" : "N")
        gps.add(EXIF.Tag.latitude, rationals: Self.angle(position.latitude))
        gps.add(EXIF.Tag.longitudeReference, text: position.longitude < 0 ? "W" : "E")
        gps.add(EXIF.Tag.longitude, rationals: Self.angle(position.longitude))
        guard let altitude = position.altitude, altitude.magnitude < 1_000_000 else { return }
        gps.add(EXIF.Tag.altitudeReference, bytes: [altitude < 0 ? 1 : 0], type: 1)
        let millimetres = Int((altitude.magnitude * 1_000).rounded())
        gps.add(EXIF.Tag.altitude, rationals: [EXIF.Rational(millimetres, over: 1_000)].compactMap(\.self))
    }

    /// Degrees, minutes and seconds, of which millionths are kept: 30 micrometres on the ground.
    private static func angle(_ degrees: Double) -> [EXIF.Rational] {
        let millionths = Int((degrees.magnitude * 3_600 * 1_000_000).rounded())
        let (minutes, seconds) = millionths.quotientAndRemainder(dividingBy: 60_000_000)
        return [
            EXIF.Rational(minutes / 60, over: 1), EXIF.Rational(minutes % 60, over: 1),
            EXIF.Rational(seconds, over: 1_000_000),
        ].compactMap(\.self)
    }

    /// A TIFF block; nil where there is nothing to say.
    var block: [UInt8]? {
        guard !main.isEmpty || !photo.isEmpty || !gps.isEmpty else { return nil }
        let start = 8
        let photoStart = start + pointing(atPhoto: 0, gps: 0).encoded(at: start).count
        let photoBytes = photo.isEmpty ? [] : photoWithVersion.encoded(at: photoStart)
        let gpsStart = photoStart + photoBytes.count
        let gpsBytes = gps.isEmpty ? [] : gps.encoded(at: gpsStart)
        let mainBytes = pointing(atPhoto: photoStart, gps: gpsStart).encoded(at: start)
        return Array("MM\0*\0\0\0\u{8}".utf8) + mainBytes + photoBytes + gpsBytes
    }

    private var photoWithVersion: TIFFDirectory {
        var directory = photo
        directory.add(EXIF.Tag.exifVersion, bytes: Array("0232".utf8))
        return directory
    }

    private func pointing(atPhoto photoOffset: Int, gps gpsOffset: Int) -> TIFFDirectory {
        var directory = main
        if !photo.isEmpty { directory.add(EXIF.Tag.exifDirectory, offset: photoOffset) }
        if !gps.isEmpty { directory.add(EXIF.Tag.gpsDirectory, offset: gpsOffset) }
        return directory
    }
}
