import LocalServiceKit
import LocalStore

extension Table {
    /// When the item expires by the table's attribute for that; nil where it does not.
    func expiry(of item: Item) -> Timestamp? {
        guard let timeToLiveAttribute, case .number(let number)? = item[timeToLiveAttribute],
            let seconds = Double(number.text), (0..<1e11).contains(seconds)
        else { return nil }
        return Timestamp(seconds: Int(seconds))
    }
}
