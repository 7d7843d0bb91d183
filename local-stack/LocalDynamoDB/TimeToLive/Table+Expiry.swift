import LocalServiceKit
import LocalStore

extension Table {
    /// When the item that is stored now expires by the table's attribute for that, as the services' clock is `lead` ahead of the
    /// one by which it was written; nil where it does not.
    func expiry(of item: Item, lead: Duration) -> Timestamp? {
        guard let timeToLiveAttribute, case .number(let number)? = item[timeToLiveAttribute],
            let seconds = Double(number.text), (0..<1e11).contains(seconds)
        else { return nil }
        return Timestamp(seconds: Int(seconds)) + lead
    }
}
