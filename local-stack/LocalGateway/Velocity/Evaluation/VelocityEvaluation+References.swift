extension VelocityEvaluation {
    /// What a reference stands for; nil if there is no such value.
    func value(of reference: VelocityReference) throws(VelocityError) -> VelocityValue? {
        guard var value = variables[reference.name] else { return nil }
        for step in reference.steps {
            guard let next = try self.value(of: step, on: value, line: reference.line) else { return nil }
            value = next
        }
        return value
    }

    /// Sets a variable, or a property or element of a value that exists.
    func assign(_ value: VelocityValue, to target: VelocityReference) throws(VelocityError) {
        guard let last = target.steps.last else {
            variables[target.name] = value.isNull ? nil : value
            return
        }
        var holder = variables[target.name]
        for step in target.steps.dropLast() {
            holder = try holder.flatMap { (value) throws(VelocityError) in
                try self.value(of: step, on: value, line: target.line)
            }
        }
        try assign(value, to: last, of: holder ?? .null, target)
    }

    private func assign(
        _ value: VelocityValue,
        to step: VelocityReference.Step,
        of holder: VelocityValue,
        _ target: VelocityReference
    ) throws(VelocityError) {
        switch (step, holder) {
        case (.property(let name), .map(let map)): map[name] = value
        case (.element(let expression), .map(let map)):
            map[try self.value(of: expression).printed ?? ""] = value
        case (.element(let expression), .list(let list)):
            guard case .integer(let index) = try self.value(of: expression),
                list.items.indices.contains(index)
            else {
                throw VelocityError(
                    line: target.line,
                    reason: "the index of \(target.source) is out of range"
                )
            }
            list.items[index] = value
        default: throw VelocityError(line: target.line, reason: "\(target.source) cannot be set")
        }
    }

    private func value(
        of step: VelocityReference.Step,
        on value: VelocityValue,
        line: Int
    ) throws(VelocityError) -> VelocityValue? {
        try countStep(line: line)
        switch step {
        case .property(let name): return value.property(name)
        case .element(let expression): return value.element(try self.value(of: expression))
        case .method(let name, let expressions):
            var arguments: [VelocityValue] = []
            for expression in expressions { arguments.append(try self.value(of: expression)) }
            do throws(VelocityFault) {
                return try value.call(name, arguments)
            } catch {
                throw VelocityError(line: line, reason: error.reason)
            }
        }
    }
}
