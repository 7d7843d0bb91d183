import LocalServiceKit

/// Amazon Simple Email Service, version 2 of its API.
enum SESV2 {
    /// All routes; the next action is a file and a line here.
    static let routes = [
        RESTRoute("GET", "/v2/email/account", GetAccount()),
        RESTRoute("GET", "/v2/email/identities", ListEmailIdentities()),
        RESTRoute("POST", "/v2/email/identities", CreateEmailIdentity()),
        RESTRoute("GET", "/v2/email/identities/{EmailIdentity}", GetEmailIdentity()),
        RESTRoute("DELETE", "/v2/email/identities/{EmailIdentity}", DeleteEmailIdentity()),
        RESTRoute("POST", "/v2/email/outbound-emails", SendEmail()),
    ]

    /// The largest message, 40 MB, as base64 and with what stands around it.
    static let maximumBodyByteCount = 56 << 20
}
