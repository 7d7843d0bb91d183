/// The marker codes of ITU-T T.81 table B.1 that matter here.
enum JPEGMarker {
    /// SOI.
    static let startOfImage: UInt8 = 0xd8
    /// EOI.
    static let endOfImage: UInt8 = 0xd9
    /// SOS.
    static let startOfScan: UInt8 = 0xda
    /// DHT.
    static let codeTables: UInt8 = 0xc4
    /// DRI.
    static let restartInterval: UInt8 = 0xdd
    /// DQT.
    static let quantisationTables: UInt8 = 0xdb
    /// COM.
    static let comment: UInt8 = 0xfe
    /// SOF0…SOF15 without DHT, JPG and DAC.
    static let frames: Set<UInt8> = Set(0xc0...0xcf).subtracting([0xc4, 0xc8, 0xcc])

    /// APPn.
    static func application(_ number: UInt8) -> UInt8 {
        0xe0 + number
    }

    /// Whether the marker stands alone, without length and parameters: RSTn, SOI, EOI.
    static func standsAlone(_ marker: UInt8) -> Bool {
        0xd0...0xd9 ~= marker
    }

    /// A marker with its parameters, at most 65,533 bytes of them, as it stands in a file (ITU-T T.81 B.1.1.4).
    static func segment(_ marker: UInt8, _ payload: some Collection<UInt8>) -> [UInt8] {
        let length = payload.count + 2
        return [0xff, marker, UInt8(length >> 8), UInt8(length & 0xff)] + payload
    }
}
