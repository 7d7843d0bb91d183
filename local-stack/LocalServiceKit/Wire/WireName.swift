/// How the name of a Swift property is written on the wire.
///
/// AWS's models call members `TableName`, `TopicArn`, `QueueUrl`, `MD5OfBody`; the properties are called `tableName`,
/// `topicARN`, `queueURL`, `md5OfBody`. The few members that do not follow the rule have an enum `CodingKeys`, where a name
/// that begins with `=` stands for the rest of it.
enum WireName {
    private static let acronyms = ["ARN", "URL", "ID"].map { Array($0.utf8) }
    private static let md5 = Array("md5".utf8)

    /// The wire's name for a property.
    static func of(_ property: String) -> String {
        var name = Array(property.utf8)
        if name.first == UInt8(ascii: "=") { return String(property.dropFirst()) }
        guard let first = name.first, first &- UInt8(ascii: "a") < 26 else { return property }
        let capitalCount = name.starts(with: md5) ? 2 : 1
        for index in 0..<capitalCount { name[index] &= 0xDF }
        for acronym in acronyms where name.count > acronym.count {
            for start in 1...(name.count - acronym.count)
            where name[start..<(start + acronym.count)].elementsEqual(acronym) {
                for index in (start + 1)..<(start + acronym.count) { name[index] |= 0x20 }
            }
        }
        return String(decoding: name, as: UTF8.self)
    }
}
