import LocalHTTP
import LocalJSON
import Testing

@testable import LocalServiceKit

@Suite struct FormReaderTests {
    @Test(arguments: [
        ("Action=X&Name=a+b%26c", #"{"Action":"X","Name":"a b&c"}"#),
        ("L.member.2=b&L.member.1=a", #"{"L":["a","b"]}"#),
        ("L.member.10=k&L.member.9=j", #"{"L":["j","k"]}"#),
        ("M.entry.1.key=k&M.entry.1.value=v&M.entry.2.key=l&M.entry.2.value=w", #"{"M":{"k":"v","l":"w"}}"#),
        (
            "M.entry.1.Name=k&M.entry.1.Value.DataType=String&M.entry.1.Value.StringValue=v",
            #"{"M":{"k":{"DataType":"String","StringValue":"v"}}}"#
        ),
        ("Attribute.1.Name=a&Attribute.1.Value=1", #"{"Attribute":{"a":"1"}}"#),
        ("Tag.1.Key=a&Tag.1.Value=", #"{"Tag":{"a":""}}"#),
        ("Tags.member.1.Key=a&Tags.member.1.Value=b", #"{"Tags":[{"Key":"a","Value":"b"}]}"#),
        ("E.1.Id=a&E.1.MessageBody=x&E.2.Id=b", #"{"E":[{"Id":"a","MessageBody":"x"},{"Id":"b"}]}"#),
        ("Message.Body.Text.Data=hi", #"{"Message":{"Body":{"Text":{"Data":"hi"}}}}"#),
    ])
    func `a form says what the JSON message would`(form: String, json: String) throws {
        let items = try #require(QueryItem.parseForm(Array(form.utf8)))
        let written = JSONWriter.write(WireValue.object(FormReader.read(items)))
        #expect(String(decoding: written, as: UTF8.self) == json)
    }
}
