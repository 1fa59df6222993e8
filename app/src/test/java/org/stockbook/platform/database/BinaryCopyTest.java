package org.stockbook.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class BinaryCopyTest {

    private static final Table<?> ROWS = DSL.table(DSL.name("rows_to_copy"));
    private static final Field<Long> KEY = DSL.field(DSL.name("key"), SQLDataType.BIGINT);
    private static final Field<Integer> SMALL = DSL.field(DSL.name("number"), SQLDataType.INTEGER);
    private static final Field<Short> SMALLER = DSL.field(DSL.name("tiny"), SQLDataType.SMALLINT);
    private static final Field<Boolean> ANSWER = DSL.field(DSL.name("answer"), SQLDataType.BOOLEAN);
    private static final Field<LocalDate> DAY = DSL.field(DSL.name("day"), SQLDataType.LOCALDATE);
    private static final Field<OffsetDateTime> MOMENT =
            DSL.field(DSL.name("moment"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<String> WORDS = DSL.field(DSL.name("words"), SQLDataType.CLOB);
    private static final Field<BigDecimal> AMOUNT = DSL.field(DSL.name("amount"), SQLDataType.NUMERIC);
    private static final List<Field<?>> ALL = List.of(KEY, SMALL, SMALLER, ANSWER, DAY, MOMENT, WORDS, AMOUNT);

    private final DSLContext dsl;

    BinaryCopyTest(DSLContext dsl) {
        this.dsl = dsl;
    }

    @BeforeEach
    void an_empty_table() {
        dsl.execute("DROP TABLE IF EXISTS rows_to_copy");
        dsl.execute("CREATE TABLE rows_to_copy (key bigint, number integer, tiny smallint, answer boolean, day date, "
                + "moment timestamptz, words text, amount numeric)");
    }

    @Test
    void the_smallest_and_the_largest_values_come_back_as_they_were_written() {
        var first = Instant.parse("0001-01-01T00:00:00Z");
        var last = Instant.parse("9999-12-31T23:59:59.999999Z");
        var written = BinaryCopy.write(dsl, ROWS, ALL, copy -> {
            copy.row().int8(Long.MIN_VALUE).int4(Integer.MIN_VALUE).int2(Short.MIN_VALUE).bool(false)
                    .date(LocalDate.of(1, 1, 1)).timestamptz(first).text("").numeric(Long.MIN_VALUE, 0);
            copy.row().int8(Long.MAX_VALUE).int4(Integer.MAX_VALUE).int2(Short.MAX_VALUE).bool(true)
                    .date(LocalDate.of(9999, 12, 31)).timestamptz(last).text("Ærø, l'été\t\n\\N 🚲").numeric(Long.MAX_VALUE, 18);
        });

        var rows = dsl.select(ALL).from(ROWS).orderBy(KEY).fetch();
        assertThat(written).isEqualTo(2);
        assertThat(rows.get(0).intoList()).containsExactly(Long.MIN_VALUE, Integer.MIN_VALUE, Short.MIN_VALUE, false,
                LocalDate.of(1, 1, 1), rows.get(0).get(MOMENT), "", new BigDecimal(Long.MIN_VALUE));
        assertThat(rows.get(0).get(MOMENT).toInstant()).isEqualTo(first);
        assertThat(rows.get(1).intoList()).containsExactly(Long.MAX_VALUE, Integer.MAX_VALUE, Short.MAX_VALUE, true,
                LocalDate.of(9999, 12, 31), rows.get(1).get(MOMENT), "Ærø, l'été\t\n\\N 🚲",
                BigDecimal.valueOf(Long.MAX_VALUE, 18));
        assertThat(rows.get(1).get(MOMENT).toInstant()).isEqualTo(last);
    }

    @Test
    void nothing_is_written_as_null() {
        BinaryCopy.write(dsl, ROWS, ALL, copy ->
                copy.row().none().none().none().none().none().none().none().none());

        assertThat(dsl.select(ALL).from(ROWS).fetchSingle().intoList()).containsOnlyNulls();
    }

    @Test
    void the_days_around_the_first_of_January_2000_are_not_shifted() {
        var days = LocalDate.of(1999, 12, 25).datesUntil(LocalDate.of(2000, 3, 5)).toList();
        BinaryCopy.write(dsl, ROWS, List.of(DAY, MOMENT), copy -> days.forEach(day ->
                copy.row().date(day).timestamptz(Instant.parse(day + "T12:34:56.000001Z"))));

        assertThat(dsl.select(DAY).from(ROWS).orderBy(DAY).fetch(DAY)).isEqualTo(days);
        assertThat(dsl.select(MOMENT).from(ROWS).orderBy(MOMENT).fetch(moment -> moment.value1().toInstant()))
                .isEqualTo(days.stream().map(day -> Instant.parse(day + "T12:34:56.000001Z")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "1", "-1", "9999", "10000", "99999999", "0.1", "0.0001", "0.00001", "-0.00001",
        "12345.678901", "10000.0001", "100000000.00000001", "0.000000000000000001", "1E+20", "1.5E+30",
        "123456789012345678901234567890.12345678901234567890", "-0.00000000000000000000000001", "9223372036854775807",
        "-9223372036854775808", "9223372036854775808", "99999999999999999.99999"})
    void a_number_comes_back_with_its_value_and_its_scale(String decimal) {
        var number = new BigDecimal(decimal);
        BinaryCopy.write(dsl, ROWS, List.of(AMOUNT), copy -> copy.row().numeric(number));

        assertThat(dsl.select(AMOUNT).from(ROWS).fetchSingle(AMOUNT))
                .isEqualTo(number.scale() < 0 ? number.setScale(0) : number);
    }

    /** Every scale and every length of a long, both signs, compared with what the server reads from text. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void random_numbers_are_those_that_the_server_reads_from_text(long seed) {
        var random = new Random(seed);
        var numbers = new ArrayList<BigDecimal>();
        for (int scale = 0; scale <= 18; scale++) {
            for (int shift = 0; shift < 63; shift += 3) {
                numbers.add(BigDecimal.valueOf(random.nextLong() >> shift, scale));
            }
        }
        BinaryCopy.write(dsl, ROWS, List.of(KEY, AMOUNT, WORDS), copy ->
                LongStream.range(0, numbers.size()).forEach(key -> {
                    var number = numbers.get((int) key);
                    copy.row().int8(key).numeric(number.unscaledValue().longValueExact(), number.scale())
                            .text(number.toPlainString());
                }));

        assertThat(dsl.fetchCount(ROWS)).isEqualTo(numbers.size());
        assertThat(dsl.fetch("SELECT * FROM rows_to_copy WHERE amount::text <> words::numeric::text")).isEmpty();
    }

    @Test
    void many_rows_go_in_many_messages() {
        var words = "a row of some length ".repeat(5);
        var written = BinaryCopy.write(dsl, ROWS, List.of(KEY, WORDS), copy ->
                LongStream.range(0, 20_000).forEach(key -> copy.row().int8(key).text(words)));

        assertThat(written).isEqualTo(20_000);
        assertThat(dsl.fetch("SELECT sum(key), count(DISTINCT key) FROM rows_to_copy").getFirst().intoList())
                .containsExactly(new BigDecimal("199990000"), 20_000L);
    }

    @Test
    void a_value_longer_than_a_message_is_written_whole() {
        var words = "long ".repeat(200_000);
        BinaryCopy.write(dsl, ROWS, List.of(WORDS, KEY), copy -> copy.row().text(words).int8(1));

        assertThat(dsl.select(WORDS).from(ROWS).fetchSingle(WORDS)).isEqualTo(words);
    }

    @Test
    void an_exception_in_the_middle_writes_nothing_and_leaves_the_connection_usable() {
        assertThatThrownBy(() -> BinaryCopy.write(dsl, ROWS, List.of(KEY), copy -> {
            copy.row().int8(1);
            throw new IllegalArgumentException("changed my mind");
        })).hasMessage("changed my mind");

        assertThat(dsl.fetchCount(ROWS)).isZero();
    }

    @Test
    void a_row_with_too_few_or_too_many_values_is_a_fault_of_the_program() {
        assertThatThrownBy(() -> BinaryCopy.write(dsl, ROWS, List.of(KEY, WORDS), copy -> copy.row().int8(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> BinaryCopy.write(dsl, ROWS, List.of(KEY), copy -> copy.row().int8(1).int8(2)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(dsl.fetchCount(ROWS)).isZero();
    }

    @Test
    void what_the_server_refuses_is_thrown_and_nothing_is_written() {
        dsl.execute("ALTER TABLE rows_to_copy ADD CHECK (key <> 30000)");

        assertThatThrownBy(() -> BinaryCopy.write(dsl, ROWS, List.of(KEY), copy ->
                LongStream.range(0, 60_000).forEach(key -> copy.row().int8(key))))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("rows_to_copy_key_check");
        assertThat(dsl.fetchCount(ROWS)).isZero();
    }

    @Test
    void rows_of_a_transaction_that_is_rolled_back_are_gone() {
        assertThatThrownBy(() -> dsl.transaction(transaction -> {
            BinaryCopy.write(transaction.dsl(), ROWS, List.of(KEY), copy -> copy.row().int8(1));
            assertThat(transaction.dsl().fetchCount(ROWS)).isEqualTo(1);
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(dsl.fetchCount(ROWS)).isZero();
    }
}
