/// The values of one message that have the right type but break a rule of the service's model.
package final class ConstraintNotes {
    /// What was noted, in the order of the input's members.
    package var constraints: [Constraint] = []
}
