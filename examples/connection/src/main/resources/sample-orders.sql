-- the database of the local run; it is there at each connection, and filled by the first
create table if not exists orders (id int primary key, customer varchar(100) not null, item varchar(100) not null, total decimal(10, 2) not null);
merge into orders values (1, 'Ada', 'difference engine, second hand', 1200.00);
merge into orders values (2, 'Ada', 'punched cards', 15.50);
merge into orders values (3, 'Grace', 'moth', 0.01);
