import LocalJSON
import Testing

@testable import LocalServiceKit

@Suite struct WireCodingTests {
    struct Sample: Codable, Equatable {
        struct Entry: Codable, Equatable {
            var id: String
            var delay: Int?
        }

        var queueURL: String
        var md5OfBody: String?
        var tableARNs: [String]?
        var entries: [Entry]?
        var tags: [String: String]?
        var rate: Double?
        var isFine: Bool?
        var data: Blob?
    }

    @Test(arguments: [
        ("queueURL", "QueueUrl"), ("md5OfMessageBody", "MD5OfMessageBody"), ("topicARN", "TopicArn"),
        ("tableARN", "TableArn"), ("messageID", "MessageId"), ("requestIDs", "RequestIds"), ("id", "Id"),
        ("URLsafe", "URLsafe"), ("=text_part", "text_part"), ("=queueUrls", "queueUrls"),
        ("subscriptionARN", "SubscriptionArn"),
        ("queueURLs", "QueueUrls"), ("tableID", "TableId"), ("nextToken", "NextToken"),
    ])
    func `a property's name on the wire follows AWS's models`(property: String, name: String) {
        #expect(WireName.of(property) == name)
    }

    @Test func `an object is read and written by the names of properties`() throws {
        let text =
            #"{"QueueUrl":"u","MD5OfBody":"m","TableArns":["a","b"],"Entries":[{"Id":"1","Delay":2},{"Id":"2"}],"#
            + #""Tags":{"lower":"x","Upper":"y"},"Rate":1.5,"IsFine":true,"Data":"AQI="}"#
        let sample = try WireDecoder(try WireValue(json: Array(text.utf8))).decode(Sample.self)
        #expect(sample.entries == [.init(id: "1", delay: 2), .init(id: "2", delay: nil)])
        #expect(sample.tags == ["lower": "x", "Upper": "y"])
        #expect(sample.data == Blob([1, 2]))
        let written = JSONWriter.write(try WireValue.of(sample))
        let expected = text.replacing(#""lower":"x","Upper":"y""#, with: #""Upper":"y","lower":"x""#)
        #expect(String(decoding: written, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        (#"{}"#, WireError.missing(path: ["QueueUrl"])),
        (#"{"QueueUrl":null}"#, .missing(path: ["QueueUrl"])),
        (#"{"QueueUrl":"u","Entries":[{"Id":"1"},{}]}"#, .missing(path: ["Entries", "2", "member", "Id"])),
        (#"{"QueueUrl":1}"#, .mismatch("NUMBER_VALUE cannot be converted to String")),
        (#"{"QueueUrl":1.5}"#, .mismatch("DECIMAL_VALUE cannot be converted to String")),
        (#"{"QueueUrl":true}"#, .mismatch("TRUE_VALUE cannot be converted to String")),
        (#"{"QueueUrl":[]}"#, .mismatch("Unrecognized collection type class java.lang.String")),
        (#"{"QueueUrl":{}}"#, .mismatch("Start of structure or map found where not expected")),
        (#"{"QueueUrl":"u","Entries":{}}"#, .mismatch("Start of structure or map found where not expected")),
        (#"{"QueueUrl":"u","Entries":"x"}"#, .mismatch("Unexpected field type")),
        (#"{"QueueUrl":"u","Tags":[]}"#, .mismatch("Unrecognized collection type")),
        (
            #"{"QueueUrl":"u","Entries":[{"Id":"1","Delay":"5"}]}"#,
            .mismatch("STRING_VALUE cannot be converted to Integer")
        ),
        (#"{"QueueUrl":"u","IsFine":"maybe"}"#, .mismatch("Unexpected token received from parser")),
    ])
    func `a message of another shape is refused`(text: String, error: WireError) throws {
        let value = try WireValue(json: Array(text.utf8))
        #expect(throws: error) { try WireDecoder(value).decode(Sample.self) }
    }

    @Test func `numbers and truth values of a form come as texts`() throws {
        let value: WireValue = [
            "QueueUrl": "u", "Rate": "2.5", "IsFine": "true", "Entries": [["Id": "a", "Delay": "7"]],
        ]
        let sample = try WireDecoder(value, isTextual: true).decode(Sample.self)
        #expect(sample.rate == 2.5)
        #expect(sample.isFine == true)
        #expect(sample.entries?.first?.delay == 7)
    }
}
