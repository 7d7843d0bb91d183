import LocalHTTP
import Testing

@testable import LocalServiceKit

struct IdentityTests {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
    }

    private func create(_ identity: String) throws -> Answer {
        try cloud.mail("POST", "/v2/email/identities", ["EmailIdentity": .string(identity)])
    }

    @Test func `an identity is verified at once, and made once`() throws {
        let answer = try create("ann@example.com")
        #expect(answer["IdentityType"] == "EMAIL_ADDRESS")
        #expect(answer["VerifiedForSendingStatus"] == .bool(true))
        #expect(try create("example.com")["IdentityType"] == "DOMAIN")
        let again = try create("example.com")
        #expect(again.errorCode == "AlreadyExistsException")
        #expect(again.headers["x-amzn-ErrorType"] == "AlreadyExistsException")
    }

    @Test(arguments: [
        "", "localhost", "a b", "a@", "@example.com", "Ann <ann@example.com>", "ex_ample.com", "a..b",
    ])
    func `what is no identity is refused`(identity: String) throws {
        #expect(try create(identity).errorCode == "BadRequestException")
    }

    @Test func `an identity is found by its escaped path, and gone when it was deleted`() throws {
        _ = try create("ann+x@example.com")
        let path = "/v2/email/identities/ann%2Bx%40example.com"
        #expect(try cloud.mail("GET", path)["VerificationStatus"] == "SUCCESS")
        #expect(try cloud.mail("DELETE", path).status == 200)
        let answer = try cloud.mail("GET", path)
        #expect(answer.status == 404)
        #expect(answer.errorMessage == "Email identity ann+x@example.com does not exist.")
        #expect(try cloud.mail("DELETE", path).errorCode == "NotFoundException")
    }

    @Test func `identities are listed in pages, in both versions of the API`() throws {
        for name in ["c.com", "a@a.com", "b.com"] { _ = try create(name) }
        let first = try cloud.mail("GET", "/v2/email/identities?PageSize=2")
        #expect(first["EmailIdentities"].elements?.map { $0["IdentityName"] } == ["a@a.com", "b.com"])
        let token = try #require(first["NextToken"].text)
        let second = try cloud.mail("GET", "/v2/email/identities?PageSize=2&NextToken=\(token)")
        #expect(second["EmailIdentities"][0]["IdentityName"] == "c.com")
        #expect(second["NextToken"] == .null)
        let domains = try cloud.query("ses", "ListIdentities", ["IdentityType": "Domain"])
        #expect(domains.elements("member") == ["b.com", "c.com"])
        #expect(try cloud.mail("GET", "/v2/email/identities?PageSize=x").status == 400)
    }

    @Test func `version 1 verifies, tells and deletes`() throws {
        let verified = try cloud.query("ses", "VerifyEmailIdentity", ["EmailAddress": "a@a.com"])
        #expect(verified.text.contains("<VerifyEmailIdentityResult></VerifyEmailIdentityResult>"))
        let parameters: KeyValuePairs = ["Identities.member.1": "a@a.com", "Identities.member.2": "b@b.com"]
        let told = try cloud.query("ses", "GetIdentityVerificationAttributes", parameters)
        #expect(told.elements("key") == ["a@a.com"])
        #expect(told.elements("VerificationStatus") == ["Success"])
        _ = try cloud.query("ses", "DeleteIdentity", ["Identity": "a@a.com"])
        #expect(try cloud.query("ses", "ListIdentities").elements("member") == [])
    }

    @Test func `the account tells how many mails it has sent in a day`() throws {
        _ = try create("example.com")
        _ = try cloud.query(
            "ses",
            "SendEmail",
            [
                "Source": "a@example.com", "Destination.ToAddresses.member.1": "b@example.org",
                "Message.Subject.Data": "s", "Message.Body.Html.Data": "h",
            ]
        )
        #expect(try cloud.mail("GET", "/v2/email/account")["SendQuota"]["SentLast24Hours"] == .number("1"))
        #expect(try cloud.query("ses", "GetSendQuota").element("SentLast24Hours") == "1")
        try cloud.advance(by: .seconds(86_400))
        #expect(try cloud.query("ses", "GetSendQuota").element("SentLast24Hours") == "0")
    }
}
