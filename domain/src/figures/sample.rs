//! How many people to ask.

/// The sample for a population of `transactions` at an error of 5 %: N/(1+N·0.05²), rounded up
/// (the formula of the national method, Quyết định 1001/QĐ-BNV).
pub fn size(transactions: u64) -> u64 {
    (400 * transactions).div_ceil(400 + transactions)
}

#[cfg(test)]
mod tests {
    #[test]
    fn published_sizes_come_out() {
        assert_eq!(super::size(2270), 341);
        assert_eq!(super::size(60), 53);
        assert_eq!(super::size(0), 0);
    }
}
