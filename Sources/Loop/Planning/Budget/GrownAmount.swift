/// `amount × (1 + growth)`, rounded half away from zero to a whole unit; 0.08 is eight per cent more.
package func grown(_ amount: Int64, by growth: Double) -> Int64 {
    amount + Int64((Double(amount) * growth).rounded())
}
