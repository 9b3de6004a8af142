//! The two doors of a table, `….csv` and `….xlsx`: the same question, the same table, two formats.

/// Makes the handlers `csv` and `xlsx` of a query, which both ask `$export` for their file.
macro_rules! doors {
    (
        $query:ident => $export:ident,
        $(#[$says_csv:meta])* csv $csv:literal,
        $(#[$says_xlsx:meta])* xlsx $xlsx:literal $(,)?
    ) => {
        $crate::export::doors::doors! {
            @ $query => $export, $(#[$says_csv])* csv $csv, Csv, String, "text/csv; charset=utf-8"
        }
        $crate::export::doors::doors! {
            @ $query => $export, $(#[$says_xlsx])* xlsx $xlsx, Xlsx, Vec<u8>,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    };
    (
        @ $query:ident => $export:ident, $(#[$says:meta])*
        $door:ident $path:literal, $format:ident, $body:ty, $kind:literal
    ) => {
        $(#[$says])*
        #[utoipa::path(
            get, path = $path, params($query),
            responses(
                (status = 200, body = $body, content_type = $kind),
                (status = 422, body = ProblemReply, content_type = "application/problem+json"),
            ),
        )]
        pub async fn $door(
            axum::extract::State(node): axum::extract::State<$crate::node::Node>,
            staff: $crate::staff::Staff,
            $crate::speech::Speech(lang): $crate::speech::Speech,
            axum::extract::Query(query): axum::extract::Query<$query>,
        ) -> Result<axum::response::Response, $crate::problem::Problem> {
            $export(&node, &staff, lang, &query, $crate::export::Format::$format).await
        }
    };
}
pub(crate) use doors;
