//! Keeping short lists in order as things are put in. A general sort compiles to five kilobytes for each kind of list;
//! the lists of one claim have a handful of entries.

/// Puts an item after all those that do not come after it.
pub fn insert_in_order<T, K: PartialOrd>(items: &mut Vec<T>, item: T, key: impl Fn(&T) -> K) {
    let at = items.iter().rposition(|known| key(known) <= key(&item)).map_or(0, |before| before + 1);
    items.insert(at, item);
}

/// The same items in order; equal ones keep their order.
#[must_use]
pub fn in_order<T, K: PartialOrd>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered = Vec::new();
    for item in items {
        insert_in_order(&mut ordered, item, &key);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_and_keeps_the_order_of_equals() {
        let ordered = in_order([(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |(key, _)| *key);
        assert_eq!(ordered, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
