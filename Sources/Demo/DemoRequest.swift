/// What the demo asks for: three renditions, and a mail to the owner.
struct DemoRequest: Encodable {
    struct Source: Encodable {
        let key: String
    }

    struct Rendition: Encodable {
        let name: String
        let width: Int
        let format: String
    }

    struct Notify: Encodable {
        let email: String
    }

    let source: Source
    let renditions = [
        Rendition(name: "small", width: 200, format: "webp"),
        Rendition(name: "medium", width: 800, format: "jpeg"),
        Rendition(name: "large", width: 1600, format: "png"),
    ]
    let notify = Notify(email: "owner@example.com")

    init(key: String) {
        source = Source(key: key)
    }
}
