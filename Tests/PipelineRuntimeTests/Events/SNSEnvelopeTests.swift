import PipelineRuntime
import Testing

@Suite struct SNSEnvelopeTests {
    @Test func `an envelope as SNS writes it is decoded`() throws {
        let envelope = try SNSEnvelope(
            json: """
                {
                  "Type" : "Notification",
                  "MessageId" : "dc1e94d9-56c5-5e96-808d-cc7f68faa162",
                  "TopicArn" : "arn:aws:sns:us-east-2:111122223333:rtp-notifier-topic",
                  "Subject" : "TestSubject",
                  "Message" : "{\\"requestId\\":\\"r-1\\",\\"text\\":\\"é\\"}",
                  "Timestamp" : "2021-02-16T21:41:19.978Z",
                  "SignatureVersion" : "1",
                  "Signature" : "FMG5tlZhJNHLHUXvZgtZzlk24FzVa7oX0T4P03neeXw8ZEXZx6z35j2FOTuNYShn2h0bKNC/zLTnMyIxEzmi2X1shOBWsJHkrW2xkR58",
                  "SigningCertURL" : "https://sns.us-east-2.amazonaws.com/SimpleNotificationService-010a507c1833636cd94bdb98bd93083a.pem",
                  "UnsubscribeURL" : "https://sns.us-east-2.amazonaws.com/?Action=Unsubscribe",
                  "MessageAttributes" : {
                    "region" : {"Type":"String","Value":"latam"}
                  }
                }
                """
        )
        #expect(envelope.messageID == "dc1e94d9-56c5-5e96-808d-cc7f68faa162")
        #expect(envelope.topicARN == "arn:aws:sns:us-east-2:111122223333:rtp-notifier-topic")
        #expect(envelope.subject == "TestSubject")
        #expect(envelope.message == #"{"requestId":"r-1","text":"é"}"#)
        #expect(envelope.timestamp == "2021-02-16T21:41:19.978Z")
        #expect(envelope.attributes["region"]?.value == "latam")
    }

    @Test(arguments: [
        ("not json", ""),
        (#"{"source":{"key":"uploads/a"}}"#, "Type"),
        (#"{"Type":"SubscriptionConfirmation","Message":"x"}"#, "Type"),
        (#"{"Type":"Notification","TopicArn":"t","Message":"x"}"#, "MessageId"),
        (#"{"Type":"Notification","MessageId":"i","Message":"x"}"#, "TopicArn"),
        (#"{"Type":"Notification","MessageId":"i","TopicArn":"t"}"#, "Message"),
    ])
    func `a body that is no envelope is refused by path`(body: String, path: String) {
        let error = #expect(throws: EventError.self) { try SNSEnvelope(json: body) }
        #expect(error?.path == path)
    }
}
