import LocalServiceKit

extension XMLTree {
    /// The element that names an account, as owner or as initiator of an upload.
    static func owner(_ account: String, as name: String = "Owner") -> XMLTree {
        // AWS has a canonical user id here: 64 hexadecimal digits that stand for the account.
        let id = RunningChecksum.of(Array(account.utf8), .sha256).hexadecimal
        return XMLTree(name, [XMLTree("ID", id), XMLTree("DisplayName", account)])
    }
}
