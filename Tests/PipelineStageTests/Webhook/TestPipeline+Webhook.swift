extension TestPipeline {
    /// A gallery whose owner is told by webhook.
    static func withWebhook(_ upload: [UInt8]? = nil) throws -> TestPipeline {
        let body =
            #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"preset":"gallery","#
            + #""notify":{"webhook":"https://example.com/done?x=1"},"attributes":{"region":"usa"}}"#
        return functions(body, upload: try upload ?? Uploads.lyingPhoto())
    }
}
