package org.stockbook.scenario.store;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.database.ThrowAwayServer;
import org.stockbook.platform.database.CompanyDataSource;
import org.stockbook.platform.database.ScratchDatabase;
import org.stockbook.scenario.company.ScenarioCompanies;
import org.stockbook.scenario.company.ScenarioCompany;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.play.PlayedCompany;

/** A database for each company, cloned from one that was prepared for its fixture. */
@Component
final class CompaniesInPostgres implements ScenarioCompanies {
    private final InventoryServices services;
    private final CompanyDataSource companies;
    private final PlatformTransactionManager transactions;
    private final Map<String, DatabaseAddress> prepared = new ConcurrentHashMap<>();

    CompaniesInPostgres(
            InventoryServices services, CompanyDataSource companies, PlatformTransactionManager transactions) {
        this.services = services;
        this.companies = companies;
        this.transactions = transactions;
    }

    @Override
    public Set<String> features() {
        return PlayedCompany.FEATURES;
    }

    @Override
    public ScenarioCompany open(Fixture fixture) {
        var template = prepared.computeIfAbsent(fixture.name(), _ -> prepare(fixture));
        var books = booksOn(ScratchDatabase.cloneOf(template.database()));
        var company = new PlayedCompany(fixture, books);
        books.assumeKept(company);
        return company;
    }

    /** A database can only be cloned while nobody is connected to it. */
    private DatabaseAddress prepare(Fixture fixture) {
        var address = ThrowAwayServer.shared().clone(ScratchDatabase.migratedTemplate());
        try (var database = ScratchDatabase.connect(address)) {
            new FixtureTables(database.dsl()).load(fixture);
            new PlayedCompany(fixture, booksOn(database)).prepare();
        }
        return address;
    }

    private BooksInPostgres booksOn(ScratchDatabase database) {
        return new BooksInPostgres(database, new CompanyWork(database.dataSource(), companies, transactions), services);
    }

    /** Nothing to drop starts no server for it. */
    @PreDestroy
    void dropTemplates() {
        prepared.values().forEach(template -> ThrowAwayServer.shared().drop(template));
    }
}
